import { type OperationProblem, useCommand } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Page, SummaryList } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Refusal, useCheckedForm } from '@heldwell/views';
import { Navigate, useNavigate } from 'react-router';
import { readPerson } from '../../person-match/person-match.ts';
import desk from './desk.messages.json';
import { FreezePerson, FreezeRecord } from './desk-commands.ts';
import { type DeskDone, WhatWillHappen } from './desk-layout.tsx';
import { type FreezeSaid, useFreezePlace } from './freeze-flow.tsx';
import { useFreezeLines } from './freeze-words.ts';
import messages from './freezes.messages.json';
import { usePersonRows } from './person-rows.tsx';

const words = { ...desk, ...messages };

type Sent = { done: boolean; problem?: never } | { done?: never; problem: OperationProblem };

/** Sends what was said: a record or what was sent to it by who is meant, a person by their id. */
function useFreeze(): (said: FreezeSaid) => Promise<Sent> {
  const { id, office, kind } = useFreezePlace();
  const record = useCommand(FreezeRecord);
  const person = useCommand(FreezePerson);
  return async (said) => {
    const reason = said.reason.trim();
    if (kind === 'person') {
      const somebody = said.somebody?.id ?? '';
      const { data, problem } = await person.run({
        input: { id, organisation: office.id, person: somebody, reason },
      });
      return data ? { done: data.freezePerson } : { problem };
    }
    if (!said.person) return { done: false };
    const of = { kind: kind === 'record' ? ('RECORD' as const) : ('SOURCE' as const) };
    const { data, problem } = await record.run({
      input: { id, organisation: office.id, ...of, ...readPerson(said.person), reason },
    });
    return data ? { done: data.freezeRecord } : { problem };
  };
}

function Said({ said }: { said: FreezeSaid }) {
  const t = useT(words);
  const { here } = useFreezePlace();
  const personRows = usePersonRows();
  const change = (hidden: string) => [{ label: t('desk.change'), hidden, to: here }];
  const { person, somebody, reason } = said;
  return (
    <SummaryList
      rows={[
        ...(person ? personRows(person, here) : []),
        ...(somebody
          ? [
              { key: t('freezes.person'), value: somebody.name, actions: change(t('desk.change-who')) },
              { key: t('freezes.teams'), value: somebody.teams },
            ]
          : []),
        {
          key: t('desk.reason'),
          value: <span className="hw-plain-text">{reason.trim()}</span>,
          actions: change(t('desk.change-why')),
        },
      ]}
    />
  );
}

function CheckForm({ said }: { said: FreezeSaid }) {
  const t = useT(words);
  const navigate = useNavigate();
  const { kind, here, path, office } = useFreezePlace();
  const lines = useFreezeLines()(kind, office.name);
  const freeze = useFreeze();
  const form = useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async (): Promise<Refusal<object>> => {
      const { done, problem } = await freeze(said);
      if (problem) return { problem };
      const refused = kind === 'person' ? 'freezes.refused-person' : 'freezes.refused-record';
      if (!done) return { message: t(refused) };
      const state: DeskDone = { done: t(`freezes.did-${kind}`, { name: said.somebody?.name ?? '' }) };
      await navigate(`${path}/freezes`, { replace: true, state });
      return undefined;
    },
  });
  const title = t(kind === 'record' ? 'freezes.check-record' : 'freezes.check');
  return (
    <Page
      title={title}
      section={t(`freezes.new-${kind}`)}
      caption={t('freezes.step', { title: t(`freezes.new-${kind}`), step: 2 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={here}>{t('desk.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Said said={said} />
        <WhatWillHappen lines={lines} />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'freezes.acting' : `freezes.act-${kind}`)}
        </Button>
      </form>
    </Page>
  );
}

/** The second step: all of it once more. Only then is anything frozen. */
export function FreezeCheckPage() {
  const { said, here } = useFreezePlace();
  return said ? <CheckForm said={said} /> : <Navigate to={here} replace />;
}
