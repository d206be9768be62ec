import {
  BackLink,
  Button,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  Radios,
  Textarea,
  TextInput,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { ChangeTeam } from './organisation-documents.ts';
import { useStaffTeamPlace } from './team-layout.tsx';
import { useAct } from './use-act.ts';

type Values = {
  name: string;
  description: string;
  labels: PrivacyLabelName[];
  takesMessages: string;
  answerTime: string;
  openingHours: string;
};

const longest = { description: 500, answerTime: 120, openingHours: 300 } as const;

function useTeamForm() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, path } = useStaffTeamPlace();
  const { run } = useAct(ChangeTeam);
  return useCheckedForm<Values>({
    initial: {
      name: team.name,
      description: team.description ?? '',
      labels: team.defaultLabels.filter((label): label is PrivacyLabelName => label !== 'UNLABELLED'),
      takesMessages: team.takesMessages ? 'yes' : 'no',
      answerTime: team.answerTime ?? '',
      openingHours: team.openingHours ?? '',
    },
    check: (values) => {
      const faults: Faults<Values> = {};
      if (!values.name.trim()) faults.name = t('teams.name-missing');
      if (values.labels.length === 0) faults.labels = t('team.labels-missing');
      for (const name of ['description', 'answerTime', 'openingHours'] as const)
        if (values[name].trim().length > longest[name])
          faults[name] = t('brand.long', { count: longest[name] });
      return faults;
    },
    send: async ({ labels, takesMessages, ...words }) => {
      const input = {
        ...{
          team: team.id,
          name: words.name.trim(),
          defaultLabels: labels,
          takesMessages: takesMessages === 'yes',
        },
        description: words.description.trim() || null,
        answerTime: words.answerTime.trim() || null,
        openingHours: words.openingHours.trim() || null,
      };
      const refusal = await run({ input });
      if (!refusal) await navigate(path, { state: { done: t('org.saved') } satisfies Done });
      return refusal;
    },
  });
}

/** Every setting of a team but its code. */
export function ChangeTeamPage() {
  const t = useT(messages);
  const { team, path } = useStaffTeamPlace();
  const { values, set, faultOf, ...form } = useTeamForm();
  const line = (name: 'name' | 'answerTime', label: string, hint: string) => (
    <TextInput
      id={name}
      label={label}
      hint={hint}
      error={faultOf(name)}
      maxLength={120}
      value={values[name]}
      onChange={({ target }) => set(name, target.value)}
    />
  );
  const lines = (name: 'description' | 'openingHours', label: string, hint?: string) => (
    <Textarea
      id={name}
      label={label}
      hint={hint}
      rows={3}
      error={faultOf(name)}
      value={values[name]}
      onChange={({ target }) => set(name, target.value)}
    />
  );
  return (
    <Page
      title={t('team.change')}
      section={team.name}
      caption={team.name}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={path}>{t('team.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {line('name', t('teams.name'), t('teams.name-hint'))}
        {lines('description', `${t('team.description')} ${t('org.optional')}`)}
        <LabelCheckboxes
          id="labels"
          legend={t('team.labels')}
          hint={t('team.labels-hint')}
          error={faultOf('labels')}
          value={values.labels}
          onChange={(labels) => set('labels', labels)}
        />
        <Radios
          id="takesMessages"
          legend={t('team.messages-question')}
          items={(['yes', 'no'] as const).map((value) => ({ value, label: t(`org.${value}`) }))}
          value={values.takesMessages}
          onChange={({ target }) => set('takesMessages', target.value)}
        />
        {line('answerTime', `${t('team.answers')} ${t('org.optional')}`, t('team.answers-hint'))}
        {lines('openingHours', `${t('team.hours')} ${t('org.optional')}`, t('team.hours-hint'))}
        <Button busy={form.sending}>{t(form.sending ? 'org.saving' : 'org.save')}</Button>
      </form>
    </Page>
  );
}
