import {
  Button,
  Checkboxes,
  ErrorSummary,
  InsetText,
  type PrivacyLabelName,
  privacyLabels,
  Radios,
  Textarea,
  TextInput,
  usePrivacyLabelName,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { AnswerTime, AttachFiles, type CheckedForm } from '@heldwell/views';
import messages from './messages.messages.json';
import type { CarerToCopy, TeamToWriteTo } from './new-thread-query.ts';
import { carersWithout, type NewThreadValues, namesOf, useNewThread } from './use-new-thread.ts';

type Form = CheckedForm<NewThreadValues>;

function TeamChoice({ form, teams }: { form: Form; teams: readonly TeamToWriteTo[] }) {
  const t = useT(messages);
  if (teams.length === 1) return <p>{t('messages.to-one-team', { team: teams[0]?.name ?? '' })}</p>;
  return (
    <Radios
      id="team"
      legend={t('messages.to-team')}
      legendSize="m"
      error={form.faultOf('team')}
      items={teams.map(({ id, name, organisation }) => ({ value: id, label: name, hint: organisation.name }))}
      value={form.values.team}
      onChange={(event) => form.set('team', event.target.value)}
    />
  );
}

function CopyChoice({ form, carers }: { form: Form; carers: readonly CarerToCopy[] }) {
  const t = useT(messages);
  const nameOf = usePrivacyLabelName();
  const { copyTo, label } = form.values;
  const words = { label: nameOf(label) };
  const without = carersWithout(carers, form.values);
  const names = namesOf(without);
  if (carers.length === 0) return null;
  return (
    <>
      <Checkboxes
        id="copyTo"
        legend={t('messages.copy')}
        legendSize="m"
        items={carers.map(({ id, displayName, labels }) => ({
          value: id,
          label: displayName,
          hint: t(labels.includes(label) ? 'messages.sees-label' : 'messages.no-label', words),
        }))}
        value={copyTo}
        onChange={({ target }) => {
          const others = copyTo.filter((id) => id !== target.value);
          form.set('copyTo', target.checked ? [...others, target.value] : others);
          form.set('allow', false);
        }}
      />
      {without.length > 0 && (
        <InsetText>
          <Checkboxes
            id="allow"
            legend={t('messages.without-label', { names, ...words })}
            legendSize="s"
            hint={t('messages.without-label-what', words)}
            error={form.faultOf('allow')}
            items={[{ value: 'yes', label: t('messages.allow', { names }) }]}
            value={form.values.allow ? ['yes'] : []}
            onChange={({ target }) => form.set('allow', target.checked)}
          />
        </InsetText>
      )}
    </>
  );
}

type NewThreadFormProps = {
  record: string;
  teams: readonly TeamToWriteTo[];
  carers: readonly CarerToCopy[];
  chosenTeam: string | null;
};

/** To which team, about what, the words, and who is copied in; what is typed is kept until it is sent. */
export function NewThreadForm({ record, teams, carers, chosenTeam }: NewThreadFormProps) {
  const t = useT(messages);
  const nameOf = usePrivacyLabelName();
  const form = useNewThread({ record, teams, carers, chosenTeam });
  const { values, set, faultOf } = form;
  const team = teams.find(({ id }) => id === values.team);
  const chooseLabel = (label: PrivacyLabelName) => {
    set('label', label);
    set('allow', false);
  };
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TeamChoice form={form} teams={teams} />
      <Radios
        id="label"
        legend={t('messages.label')}
        legendSize="m"
        hint={t('messages.label-hint')}
        items={privacyLabels.map((label) => ({ value: label, label: nameOf(label) }))}
        value={values.label}
        onChange={(event) => chooseLabel(event.target.value as PrivacyLabelName)}
      />
      <TextInput
        id="subject"
        label={t('messages.subject')}
        hint={t('messages.subject-hint')}
        error={faultOf('subject')}
        maxLength={120}
        value={values.subject}
        onChange={(event) => set('subject', event.target.value)}
      />
      {team && <AnswerTime team={team} helpTo="/help" />}
      <Textarea
        id="text"
        label={t('messages.text')}
        rows={8}
        error={faultOf('text')}
        value={values.text}
        onChange={(event) => set('text', event.target.value)}
      />
      <AttachFiles id="files" chosen={form.chosen} error={faultOf('files')} />
      <CopyChoice form={form} carers={carers} />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'messages.sending' : 'messages.send')}
      </Button>
    </form>
  );
}
