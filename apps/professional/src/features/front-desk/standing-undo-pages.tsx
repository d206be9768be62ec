import { useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Bidi,
  Button,
  EmptyState,
  ErrorSummary,
  Link,
  Page,
  SummaryList,
  Table,
  Textarea,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Refusal, useCheckedForm } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import type { JoiningPlace } from './joining-place.ts';
import messages from './standing.messages.json';
import { useReasonFault } from './standing-act.ts';
import { WhatHappens } from './standing-check-pages.tsx';
import {
  type ClosedRecord,
  ClosedRecordsQuery,
  ReopenForPatient,
  TakeBackDeath,
} from './standing-documents.ts';
import { useDeskAct } from './use-desk-act.ts';

const never = [] as const;

type UndoFormProps = {
  undoing: 'lives' | 'reopen';
  section: string;
  before: ReactNode;
  facts: ReactNode;
  send: (reason: string) => Promise<Refusal<{ reason: string }>>;
};

/** Takes something back, with the reason. */
function UndoForm({ undoing, section, before, facts, send }: UndoFormProps) {
  const t = useT(messages);
  const reasonFault = useReasonFault();
  const form = useCheckedForm<{ reason: string }>({
    initial: { reason: '' },
    check: ({ reason }) => {
      const fault = reasonFault(reason);
      return fault ? { reason: fault } : {};
    },
    send: ({ reason }) => send(reason.trim()),
  });
  const lines =
    undoing === 'lives' ? (['again', 'sign-in', 'told', 'feeds'] as const) : (['again', 'told'] as const);
  return (
    <Page
      title={t(`standing.${undoing}`)}
      section={section}
      hasErrors={form.errors.length > 0}
      before={before}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        {facts}
        <WhatHappens lines={lines.map((line) => t(`standing.undo-${line}`))} />
        <Textarea
          id="reason"
          label={t('standing.undo-reason')}
          hint={t('standing.reason-hint')}
          error={form.faultOf('reason')}
          value={form.values.reason}
          onChange={({ target }) => form.set('reason', target.value)}
        />
        <Button busy={form.sending}>
          {t(form.sending ? 'standing.sending' : `standing.${undoing}-act`)}
        </Button>
      </form>
    </Page>
  );
}

/** Takes back that the patient has died. */
export function LivesPage({ team, record, path, name }: JoiningPlace) {
  const t = useT(messages);
  const navigate = useNavigate();
  const [id] = useState(() => crypto.randomUUID());
  const takeBack = useDeskAct(TakeBackDeath);
  return (
    <UndoForm
      undoing="lives"
      section={name}
      before={<BackLink to={`${path}/joining`}>{t('standing.back-to-record')}</BackLink>}
      facts={<SummaryList rows={[{ key: t('standing.patient'), value: <Bidi>{name}</Bidi> }]} />}
      send={async (reason) => {
        const refusal = await takeBack({ input: { id, record: record.id, team, reason } });
        const state: Done = { done: t('standing.lives-done', { name }) };
        if (!refusal) await navigate(`${path}/joining`, { replace: true, state });
        return refusal;
      }}
    />
  );
}

type OfTeam = { team: { id: string; name: string } };

function ClosedTable({ all, path }: { all: readonly ClosedRecord[]; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  return (
    <Table<ClosedRecord>
      caption={t('standing.closed')}
      captionHidden
      rows={all}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('standing.patient'),
          cell: ({ id, name }) => (
            <Link to={`${path}/${id}`}>
              <Bidi>{name}</Bidi>
            </Link>
          ),
        },
        { id: 'by', header: t('standing.closed-by'), cell: ({ closedBy }) => <Bidi>{closedBy}</Bidi> },
        {
          id: 'at',
          header: t('standing.closed-at'),
          cell: ({ closedAt }) => <Bidi>{format.date(closedAt)}</Bidi>,
        },
      ]}
    />
  );
}

/** Records the team closed at their people's wish. */
export function ClosedPage({ team }: OfTeam) {
  const t = useT(messages);
  const query = useScreenQuery(ClosedRecordsQuery, { team: team.id });
  const patients = `/teams/${team.id}/patients`;
  return (
    <Page
      title={t('standing.closed')}
      section={team.name}
      caption={team.name}
      before={
        <>
          <BackLink to={patients}>{t('standing.back-to-patients')}</BackLink>
          <DoneBanner />
        </>
      }
    >
      <Answer to={query} what={t('standing.closed-what')}>
        {({ team: found }) =>
          found && found.closedRecords.length > 0 ? (
            <>
              <p>{t('standing.closed-intro')}</p>
              <ClosedTable all={found.closedRecords} path={`${patients}/closed`} />
            </>
          ) : (
            <EmptyState heading={t('standing.closed-none')}>
              <p>{t('standing.closed-none-text')}</p>
            </EmptyState>
          )
        }
      </Answer>
    </Page>
  );
}

/** One of them, opened again where it was a mistake. */
export function ReopenPage({ team }: OfTeam) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { closed } = useParams();
  const reopen = useDeskAct(ReopenForPatient);
  const query = useScreenQuery(ClosedRecordsQuery, { team: team.id }, { on: never });
  const list = `/teams/${team.id}/patients/closed`;
  const one = query.data?.team?.closedRecords.find(({ id }) => id === closed);
  const back = <BackLink to={list}>{t('standing.back-to-closed')}</BackLink>;
  if (!one)
    return (
      <Page title={t('standing.reopen')} section={team.name} before={back}>
        <Answer to={query} what={t('standing.closed-what')}>
          {() => (
            <EmptyState heading={t('standing.gone')}>
              <p>{t('standing.gone-text')}</p>
            </EmptyState>
          )}
        </Answer>
      </Page>
    );
  const facts = (
    <SummaryList
      rows={[
        { key: t('standing.patient'), value: <Bidi>{one.name}</Bidi> },
        { key: t('standing.closed-by'), value: <Bidi>{one.closedBy}</Bidi> },
        { key: t('standing.close-reason'), value: <span className="hw-plain-text">{one.reason}</span> },
      ]}
    />
  );
  return (
    <UndoForm
      undoing="reopen"
      section={team.name}
      before={back}
      facts={facts}
      send={async (reason) => {
        const refusal = await reopen({ input: { closed: one.id, reason } });
        const state: Done = { done: t('standing.reopen-done', { name: one.name }) };
        if (!refusal) await navigate(list, { replace: true, state });
        return refusal;
      }}
    />
  );
}
