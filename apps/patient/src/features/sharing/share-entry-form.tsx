import { useCommand } from '@heldwell/client';
import { Button, ErrorSummary, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  type End,
  EndChoice,
  endInput,
  type Faults,
  noEnd,
  useCheckedForm,
  useEndFault,
  useEndWords,
  useRefusedWords,
} from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EntryReceiver } from './entry-receivers.ts';
import messages from './share-entry.messages.json';
import { type EntryToShare, ShareEntry } from './share-entry-query.ts';
import { receiptPath } from './use-given-words.ts';

type Values = { who: string; end: End };
type ShareEntryFormProps = { entry: EntryToShare; receivers: readonly EntryReceiver[]; stopped: boolean };

const inputNames = {
  CARER: 'carer',
  PROFESSIONAL: 'holderOf',
  TEAM: 'team',
  ORGANISATION: 'organisation',
} as const;

function useShareEntry({ entry, receivers }: Pick<ShareEntryFormProps, 'entry' | 'receivers'>) {
  const t = useT(messages);
  const faultOfEnd = useEndFault();
  const navigate = useNavigate();
  const refusedWords = useRefusedWords();
  const endOf = useEndWords();
  const { run } = useCommand(ShareEntry);
  const [id] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial: { who: '', end: noEnd },
    check: ({ who, end }) => {
      const faults: Faults<Values> = {};
      if (!who) faults.who = t('share-one.who-missing');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async ({ who, end }) => {
      const { kind } = receivers.find((one) => one.id === who) as EntryReceiver;
      const { validUntil } = endInput(end, null);
      const { data, problem } = await run({
        input: { id, entry: entry.id, [inputNames[kind]]: who, validUntil },
      });
      if (!data) return { problem };
      const answer = data.shareEntry;
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      if (answer.__typename !== 'SharingChanged') return { problem: { kind: 'notFound', fields: [] } };
      const { grant } = answer;
      const words = { name: grant.grantee.name, title: entry.title ?? '' };
      const until = endOf(grant, true);
      const done = until ? t('share-one.done-until', { ...words, until }) : t('share-one.done', words);
      const state = { done, receipt: receiptPath(grant.id, grant.version) };
      void navigate('/sharing', { replace: true, state });
      return undefined;
    },
  });
}

/** What the other will see, and that there is no more to it. */
function WhatTheySee({ entry, stopped }: Pick<ShareEntryFormProps, 'entry' | 'stopped'>) {
  const t = useT(messages);
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('share-one.what')}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('share-one.what-page')}</li>
        {entry.kind === 'REPORT' && <li>{t('share-one.what-report')}</li>}
        <li>{t('share-one.what-name')}</li>
        <li>{t('share-one.what-label')}</li>
        <li>{t('share-one.what-log')}</li>
      </ul>
      {stopped && <p>{t('share-one.stopped')}</p>}
    </section>
  );
}

/** With whom one thing is shared, what they will see of it, and until when. */
export function ShareEntryForm({ entry, receivers, stopped }: ShareEntryFormProps) {
  const t = useT(messages);
  const form = useShareEntry({ entry, receivers });
  const { values, set, faultOf } = form;
  const hintOf = ({ of, sees }: EntryReceiver) => {
    if (!sees) return of ?? undefined;
    return of ? t('share-one.of-sees', { of }) : t('share-one.sees');
  };
  const isFirst = ({ kind }: EntryReceiver, at: number) => at > 0 && receivers[at - 1]?.kind !== kind;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('share-one.only', { title: entry.title ?? t('share-one.missing-title') })}</p>
      <Radios
        id="who"
        legend={t('share-one.who')}
        legendSize="m"
        error={faultOf('who')}
        items={receivers.map((one, at) => ({
          value: one.id,
          label: one.kind === 'ORGANISATION' ? t('share-one.whole', { name: one.name }) : one.name,
          hint: hintOf(one),
          divider: isFirst(one, at) ? t('share-one.or') : undefined,
        }))}
        value={values.who}
        onChange={(event) => set('who', event.target.value)}
      />
      <p>{t('share-one.else')}</p>
      <WhatTheySee entry={entry} stopped={stopped} />
      <EndChoice value={values.end} error={faultOf('end')} onChange={(end) => set('end', end)} />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'share-one.sharing' : 'share-one.share')}
      </Button>
    </form>
  );
}
