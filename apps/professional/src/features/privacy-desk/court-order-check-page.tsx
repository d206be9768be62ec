import { useCommand } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, endOfDay, Page, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelList, useCheckedForm } from '@heldwell/views';
import { Navigate, useNavigate } from 'react-router';
import { readPerson } from '../../person-match/person-match.ts';
import { type CourtOrderSaid, useCourtOrderPlace } from './court-order-flow.tsx';
import messages from './court-orders.messages.json';
import desk from './desk.messages.json';
import { GiveCourtOrder } from './desk-commands.ts';
import { type DeskDone, WhatWillHappen } from './desk-layout.tsx';
import { usePersonRows } from './person-rows.tsx';

const words = { ...desk, ...messages };
const lines = ['now', 'patient', 'stop', 'end'] as const;

function Said({ said }: { said: CourtOrderSaid }) {
  const t = useT(words);
  const format = useFormat();
  const { here } = useCourtOrderPlace();
  const personRows = usePersonRows();
  const end = said.end && endOfDay(said.end);
  const change = (hidden: string) => [{ label: t('desk.change'), hidden, to: here }];
  return (
    <SummaryList
      rows={[
        ...personRows(said.person, here),
        {
          key: t('court.reference'),
          value: said.reference.trim(),
          actions: change(t('court.change-order')),
        },
        { key: t('court.team'), value: said.team.name },
        { key: t('court.labels'), value: <LabelList labels={said.labels} /> },
        { key: t('court.until'), value: end ? format.date(end) : t('court.no-end') },
        {
          key: t('court.why'),
          value: <span className="hw-plain-text">{said.reason.trim()}</span>,
          actions: change(t('desk.change-why')),
        },
      ]}
    />
  );
}

function useGive(said: CourtOrderSaid) {
  const t = useT(words);
  const navigate = useNavigate();
  const { id, office, path } = useCourtOrderPlace();
  const { run } = useCommand(GiveCourtOrder);
  return useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { person, team, labels, reference, end, reason } = said;
      const { data, problem } = await run({
        input: {
          ...{ id, organisation: office.id, ...readPerson(person), team: team.id, labels },
          ...{ reference: reference.trim(), reason: reason.trim() },
          validUntil: end ? (endOfDay(end)?.toISOString() ?? null) : null,
        },
      });
      if (!data) return { problem };
      if (!data.giveCourtOrder) return { message: t('court.refused') };
      const state: DeskDone = { done: t('court.done', { team: team.name }) };
      await navigate(`${path}/court-orders`, { replace: true, state });
      return undefined;
    },
  });
}

function CheckForm({ said }: { said: CourtOrderSaid }) {
  const t = useT(words);
  const { here } = useCourtOrderPlace();
  const form = useGive(said);
  return (
    <Page
      title={t('court.check')}
      section={t('desk.title')}
      caption={t('court.step', { step: 2 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={here}>{t('desk.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Said said={said} />
        <WhatWillHappen lines={lines.map((line) => t(`court.happens-${line}`))} />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'court.acting' : 'court.act')}
        </Button>
      </form>
    </Page>
  );
}

/** The second step: all of it once more. Only then is access given. */
export function CourtOrderCheckPage() {
  const { said, here } = useCourtOrderPlace();
  return said ? <CheckForm said={said} /> : <Navigate to={here} replace />;
}
