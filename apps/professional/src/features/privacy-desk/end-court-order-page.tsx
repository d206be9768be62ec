import { useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, EmptyState, ErrorSummary, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, useCheckedForm } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import messages from './court-orders.messages.json';
import { CourtOrderFacts } from './court-orders-page.tsx';
import desk from './desk.messages.json';
import { EndCourtOrder } from './desk-commands.ts';
import { type DeskCourtOrder, DeskCourtOrdersQuery } from './desk-documents.ts';
import { type DeskDone, useDeskPlace, WhatWillHappen } from './desk-layout.tsx';
import { ReasonField, useReasonCheck } from './reason-field.tsx';

const words = { ...desk, ...messages };
const never = [] as const;

function EndForm({ order }: { order: DeskCourtOrder }) {
  const t = useT(words);
  const navigate = useNavigate();
  const { path } = useDeskPlace();
  const checkReason = useReasonCheck();
  const { run } = useCommand(EndCourtOrder);
  const form = useCheckedForm<{ reason: string }>({
    initial: { reason: '' },
    check: ({ reason }) => {
      const fault = checkReason(reason);
      return fault ? { reason: fault } : {};
    },
    send: async ({ reason }) => {
      const { data, problem } = await run({ input: { order: order.id, reason: reason.trim() } });
      if (!data) return { problem };
      if (!data.endCourtOrder) return { message: t('court.end-refused') };
      const state: DeskDone = { done: t('court.ended') };
      await navigate(`${path}/court-orders`, { replace: true, state });
      return undefined;
    },
  });
  return (
    <Page
      title={t('court.end-title')}
      section={t('desk.title')}
      caption={t('court.of', { reference: order.reference, patient: order.patient })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/court-orders`}>{t('desk.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <CourtOrderFacts order={order} />
        <WhatWillHappen lines={[t('court.end-happens')]} />
        <ReasonField
          label={t('court.end-why')}
          hint={t('court.end-why-hint')}
          error={form.faultOf('reason')}
          value={form.values.reason}
          onChange={(reason) => form.set('reason', reason)}
        />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'court.acting' : 'court.end-act')}
        </Button>
      </form>
    </Page>
  );
}

/** An order ends before its day, with the reason. */
export function EndCourtOrderPage() {
  const t = useT(words);
  const { office, path } = useDeskPlace();
  const { order: id } = useParams();
  const query = useScreenQuery(DeskCourtOrdersQuery, { office: office.id }, { on: never });
  const order = query.data?.privacyDesk?.courtOrders.find((one) => one.id === id);
  if (order) return <EndForm order={order} />;
  return (
    <Page
      title={t('court.end-title')}
      section={t('desk.title')}
      before={<BackLink to={`${path}/court-orders`}>{t('desk.back')}</BackLink>}
    >
      <Answer to={query} what={t('court.what')}>
        {() => (
          <EmptyState heading={t('desk.gone')}>
            <p>{t('desk.gone-text')}</p>
          </EmptyState>
        )}
      </Answer>
    </Page>
  );
}
