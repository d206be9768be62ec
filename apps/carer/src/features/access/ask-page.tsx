import { graphql, mergedByScreen, useCommand } from '@heldwell/client';
import {
  BackLink,
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  Textarea,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, type GrantRight, LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import messages from './access.messages.json';

const AskForMore = graphql(`
  mutation AskForMore($input: AskForMoreInput!) { askForMore(input: $input) }
`);

type Values = { labels: PrivacyLabelName[]; may: GrantRight[]; reason: string };

const rightsToAsk = ['MESSAGE', 'REQUEST_APPOINTMENT', 'ADD', 'SEE_LOG', 'MANAGE_SHARING'] as const;
const longestReason = 500;

function useAsk(record: string, onAsked: () => void) {
  const t = useT(messages);
  const { run } = useCommand(AskForMore, mergedByScreen);
  const [id] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial: { labels: [], may: [], reason: '' },
    check: ({ labels, may, reason }) => {
      const faults: Faults<Values> = {};
      if (labels.length === 0 && may.length === 0) faults.labels = t('ask.nothing');
      if (reason.trim().length > longestReason) faults.reason = t('ask.reason-long');
      return faults;
    },
    send: async ({ labels, may, reason }) => {
      const rights = ['SEE', ...may] satisfies GrantRight[];
      const { data, problem } = await run({
        input: { id, record, labels, rights, reason: reason.trim() || null },
      });
      if (!data) return { problem };
      if (!data.askForMore) return { problem: { kind: 'notFound', fields: [] } };
      onAsked();
      return undefined;
    },
  });
}

function AskForm({ record, name, onAsked }: { record: string; name: string; onAsked: () => void }) {
  const t = useT(messages);
  const form = useAsk(record, onAsked);
  const { values, set, faultOf } = form;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <LabelCheckboxes
        id="labels"
        legend={t('ask.labels')}
        error={faultOf('labels')}
        value={values.labels}
        onChange={(labels) => set('labels', labels)}
      />
      <Checkboxes
        id="may"
        legend={t('ask.may')}
        legendSize="m"
        items={rightsToAsk.map((right) => ({ value: right, label: t(`ask.may-${right}`) }))}
        value={values.may}
        onChange={({ target }) =>
          set(
            'may',
            rightsToAsk.filter((right) =>
              right === target.value ? target.checked : values.may.includes(right),
            ),
          )
        }
      />
      <Textarea
        id="reason"
        label={t('ask.reason')}
        hint={t('ask.reason-hint', { name })}
        rows={3}
        error={faultOf('reason')}
        value={values.reason}
        onChange={(event) => set('reason', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'ask.sending' : 'ask.send', { name })}
      </Button>
    </form>
  );
}

/** Asks the person for more than was shared; nothing changes until they say yes. */
export function AskPage({ record, name, path }: { record: string; name: string; path: string }) {
  const t = useT(messages);
  const [asked, setAsked] = useState(false);
  if (asked) {
    return (
      <Page title={t('ask.sent', { name })} section={name} panel={t('ask.sent-what', { name })}>
        <ButtonLink to={`${path}/access`}>{t('leave.back')}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page
      title={t('ask.title')}
      section={name}
      before={<BackLink to={`${path}/access`}>{t('leave.back')}</BackLink>}
    >
      <p>{t('ask.means', { name })}</p>
      <AskForm record={record} name={name} onAsked={() => setAsked(true)} />
    </Page>
  );
}
