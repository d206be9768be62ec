import { useCommand } from '@heldwell/client';
import {
  BackLink,
  Button,
  Checkboxes,
  EmptyState,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  usePrivacyLabelName,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm, useLabelMeaning } from '@heldwell/views';
import { useState } from 'react';
import messages from './ask-access.messages.json';
import { AskForMoreMutation } from './ask-access-documents.ts';
import { AskReason } from './ask-reason.tsx';
import { longestReason } from './longest-reason.ts';

type AskMoreProps = {
  /** The team that asks; none where the person asks by themself. */
  team: string | undefined;
  record: { id: string; viewerLabels: readonly string[] };
  /** Where the record begins. */
  path: string;
  /** The patient's name: the section of the page's title. */
  name: string;
};
type Values = { labels: PrivacyLabelName[]; reason: string };

function useAskMoreForm(team: string | undefined, record: string, onAsked: () => void) {
  const t = useT(messages);
  const ask = useCommand(AskForMoreMutation);
  const [id] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial: { labels: [], reason: '' },
    check: ({ labels, reason }) => ({
      ...(labels.length === 0 && { labels: t('ask.labels-missing') }),
      ...(reason.length > longestReason && { reason: t('ask.reason-long') }),
    }),
    send: async ({ labels, reason }) => {
      const rights: ('SEE' | 'MESSAGE')[] = ['SEE', 'MESSAGE'];
      const { data, problem } = await ask.run({
        input: { id, ...(team && { team }), record, labels, rights, reason: reason.trim() || null },
      });
      if (problem) return { problem };
      if (!data.askForMore) return { message: t('ask.more-gone') };
      onAsked();
      return undefined;
    },
  });
}

function AskMoreForm({ team, record, path, name, missing, onAsked }: AskMoreFormProps) {
  const t = useT(messages);
  const nameOf = usePrivacyLabelName();
  const meaningOf = useLabelMeaning();
  const form = useAskMoreForm(team, record.id, onAsked);
  const { labels, reason } = form.values;
  return (
    <Page
      title={t('ask.more-title')}
      section={name}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={path}>{t('ask.back-to-record')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('ask.text')}</p>
        {!team && <p>{t('ask.more-by-yourself')}</p>}
        <Checkboxes
          id="labels"
          legend={t('ask.more-labels')}
          legendSize="m"
          hint={t('ask.labels-hint')}
          error={form.faultOf('labels')}
          items={missing.map((label) => ({ value: label, label: nameOf(label), hint: meaningOf(label) }))}
          value={labels}
          onChange={({ target }) =>
            form.set(
              'labels',
              missing.filter((each) => (each === target.value ? target.checked : labels.includes(each))),
            )
          }
        />
        <AskReason
          value={reason}
          error={form.faultOf('reason')}
          onChange={(words) => form.set('reason', words)}
        />
        <p>{t('ask.rights')}</p>
        <Button busy={form.sending}>{t(form.sending ? 'ask.submitting' : 'ask.submit')}</Button>
      </form>
    </Page>
  );
}

type AskMoreFormProps = AskMoreProps & { missing: PrivacyLabelName[]; onAsked: () => void };

/** Asking the patient for the parts of their record that the team, or the person by themself, does not see. */
export function AskMorePage(props: AskMoreProps) {
  const t = useT(messages);
  const [asked, setAsked] = useState(false);
  const { record, path, name } = props;
  const missing = privacyLabels.filter((label) => !record.viewerLabels.includes(label));
  const back = <BackLink to={path}>{t('ask.back-to-record')}</BackLink>;
  if (asked) {
    return (
      <Page
        key="asked"
        title={t('ask.more-done')}
        section={name}
        panel={<p>{t('ask.more-done-text')}</p>}
        before={back}
      />
    );
  }
  if (missing.length === 0) {
    return (
      <Page title={t('ask.more-title')} section={name} before={back}>
        <EmptyState heading={t('ask.more-none')}>
          <p>{t('ask.more-none-text')}</p>
        </EmptyState>
      </Page>
    );
  }
  return <AskMoreForm {...props} missing={missing} onAsked={() => setAsked(true)} />;
}
