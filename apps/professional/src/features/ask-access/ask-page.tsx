import { useCommand } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Page, type PrivacyLabelName, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { PersonFields } from '../../person-match/person-fields.tsx';
import {
  nobodyYet,
  type PersonValues,
  personIds,
  readPerson,
  usePersonCheck,
} from '../../person-match/person-match.ts';
import messages from './ask-access.messages.json';
import { AskForAccessMutation } from './ask-access-documents.ts';
import { AskReason } from './ask-reason.tsx';
import { longestReason } from './longest-reason.ts';

type Values = PersonValues & { asker: string; labels: PrivacyLabelName[]; reason: string };
type Team = { id: string; name: string };

/** Who asked: for whom the yes will be. */
type Asker = 'team' | 'me';
type AskFormProps = { team: Team; patients: string; onAsked: (asker: Asker) => void };

function useAskForm(team: Team, onAsked: AskFormProps['onAsked']) {
  const t = useT(messages);
  const checkPerson = usePersonCheck();
  const ask = useCommand(AskForAccessMutation);
  // Sent again after a lost answer, it is the same question.
  const [id] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial: { ...nobodyYet, asker: 'team', labels: ['GENERAL'], reason: '' },
    ids: personIds,
    check: (values) => ({
      ...checkPerson(values),
      ...(values.labels.length === 0 && { labels: t('ask.labels-missing') }),
      ...(values.reason.length > longestReason && { reason: t('ask.reason-long') }),
    }),
    send: async (values) => {
      const { asker, labels, reason } = values;
      const from = asker === 'team' ? { team: team.id } : {};
      const input = { id, ...readPerson(values), ...from, labels, reason: reason.trim() || null };
      const { data, problem } = await ask.run({ input });
      if (problem) return { problem };
      const answer = data.askForAccess;
      if (answer.__typename === 'TooManyAttempts') {
        return { message: t('ask.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      }
      onAsked(asker === 'team' ? 'team' : 'me');
      return undefined;
    },
  });
}

function AskForm({ team, patients, onAsked }: AskFormProps) {
  const t = useT(messages);
  const form = useAskForm(team, onAsked);
  const { values, faultOf, set } = form;
  return (
    <Page
      title={t('ask.title')}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={patients}>{t('ask.back-to-patients')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('ask.text')}</p>
        <PersonFields
          values={values}
          faultOf={faultOf}
          set={set}
          setBirthDate={(parts) => set('birthDate', parts)}
        />
        <Radios
          id="asker"
          legend={t('ask.for')}
          legendSize="m"
          items={[
            { value: 'team', label: t('ask.for-team', { team: team.name }) },
            { value: 'me', label: t('ask.for-me'), hint: t('ask.for-me-hint') },
          ]}
          value={values.asker}
          onChange={(event) => set('asker', event.target.value)}
        />
        <LabelCheckboxes
          id="labels"
          legend={t('ask.labels')}
          hint={t('ask.labels-hint')}
          error={faultOf('labels')}
          value={values.labels}
          onChange={(labels) => set('labels', labels)}
        />
        <AskReason
          value={values.reason}
          error={faultOf('reason')}
          onChange={(words) => set('reason', words)}
        />
        <p>{t('ask.rights')}</p>
        <Button busy={form.sending}>{t(form.sending ? 'ask.submitting' : 'ask.submit')}</Button>
      </form>
    </Page>
  );
}

/** Asking a person for access to their record. The answer is the same whether there is one or not. */
export function AskPage({ team }: { team: Team }) {
  const t = useT(messages);
  const [asker, setAsker] = useState<Asker>();
  const patients = `/teams/${team.id}/patients`;
  if (!asker) return <AskForm team={team} patients={patients} onAsked={setAsker} />;
  const text = asker === 'me' ? t('ask.done-text-me') : t('ask.done-text', { team: team.name });
  return (
    <Page key="asked" title={t('ask.done')} section={t('ask.title')} panel={<p>{text}</p>}>
      <p>
        <BackLink to={patients}>{t('ask.back-to-patients')}</BackLink>
      </p>
    </Page>
  );
}
