import { useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, EmptyState, ErrorSummary, Page, SummaryList } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, useCheckedForm } from '@heldwell/views';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import desk from './desk.messages.json';
import { ConfirmFreeze, LiftFreeze } from './desk-commands.ts';
import { type DeskFreeze, DeskFreezesQuery } from './desk-documents.ts';
import { type DeskDone, useDeskPlace, WhatWillHappen } from './desk-layout.tsx';
import { stateOf } from './freeze-words.ts';
import messages from './freezes.messages.json';
import { ReasonField, useReasonCheck } from './reason-field.tsx';

const words = { ...desk, ...messages };
const never = [] as const;

function Back() {
  const t = useT(words);
  const { path } = useDeskPlace();
  return <BackLink to={`${path}/freezes`}>{t('desk.back')}</BackLink>;
}

/** The freeze of the address; what is no longer to be settled is not there any more. */
function OneFreeze({
  title,
  isThere,
  children,
}: {
  title: string;
  isThere: (freeze: DeskFreeze) => boolean;
  children: (freeze: DeskFreeze) => ReactNode;
}) {
  const t = useT(words);
  const { office } = useDeskPlace();
  const { freeze: id } = useParams();
  const query = useScreenQuery(DeskFreezesQuery, { office: office.id }, { on: never });
  const found = query.data?.privacyDesk?.freezes.find((one) => one.id === id && isThere(one));
  if (found) return children(found);
  return (
    <Page title={title} section={t('desk.title')} before={<Back />}>
      <Answer to={query} what={t('freezes.what')}>
        {() => (
          <EmptyState heading={t('desk.gone')}>
            <p>{t('desk.gone-text')}</p>
          </EmptyState>
        )}
      </Answer>
    </Page>
  );
}

function Facts({ freeze }: { freeze: DeskFreeze }) {
  const t = useT(words);
  const { kind, name, askedBy, reason } = freeze;
  return (
    <SummaryList
      rows={[
        { key: t('freezes.what-of'), value: t(`freezes.of-${kind}`, { name }) },
        { key: t(kind === 'RECORD' ? 'freezes.asked' : 'freezes.done'), value: askedBy },
        { key: t('desk.reason'), value: <span className="hw-plain-text">{reason}</span> },
      ]}
    />
  );
}

/** Goes back to the list with a sentence about what was done. */
function useBackWith(): (done: string) => Promise<void> {
  const navigate = useNavigate();
  const { path } = useDeskPlace();
  return async (done) => {
    await navigate(`${path}/freezes`, { replace: true, state: { done } satisfies DeskDone });
  };
}

function ConfirmForm({ freeze }: { freeze: DeskFreeze }) {
  const t = useT(words);
  const backWith = useBackWith();
  const { run } = useCommand(ConfirmFreeze);
  const form = useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({ input: { freeze: freeze.id } });
      if (!data) return { problem };
      if (!data.confirmFreeze) return { message: t('freezes.confirm-refused') };
      await backWith(t('freezes.confirmed-done'));
      return undefined;
    },
  });
  const lines = ['second', 'closed', 'patient', 'feeds'] as const;
  return (
    <Page
      title={t('freezes.confirm-title')}
      section={t('desk.title')}
      hasErrors={form.errors.length > 0}
      before={<Back />}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Facts freeze={freeze} />
        <WhatWillHappen
          lines={[...lines.map((line) => t(`freezes.confirm-${line}`)), t('freezes.happens-lift')]}
        />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'freezes.acting' : 'freezes.confirm-act')}
        </Button>
      </form>
    </Page>
  );
}

function LiftForm({ freeze }: { freeze: DeskFreeze }) {
  const t = useT(words);
  const backWith = useBackWith();
  const checkReason = useReasonCheck();
  const { run } = useCommand(LiftFreeze);
  const waits = stateOf(freeze) === 'waiting';
  const form = useCheckedForm<{ reason: string }>({
    initial: { reason: '' },
    check: ({ reason }) => {
      const fault = checkReason(reason);
      return fault ? { reason: fault } : {};
    },
    send: async ({ reason }) => {
      const { data, problem } = await run({ input: { freeze: freeze.id, reason: reason.trim() } });
      if (!data) return { problem };
      if (!data.liftFreeze) return { message: t('freezes.lift-refused') };
      await backWith(t(waits ? 'freezes.withdrawn-done' : 'freezes.lifted-done'));
      return undefined;
    },
  });
  return (
    <Page
      title={t(waits ? 'freezes.withdraw-title' : 'freezes.lift-title')}
      section={t('desk.title')}
      hasErrors={form.errors.length > 0}
      before={<Back />}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <Facts freeze={freeze} />
        <WhatWillHappen lines={[t(waits ? 'freezes.lift-waiting' : `freezes.lift-${freeze.kind}`)]} />
        <ReasonField
          label={t('freezes.lift-why')}
          hint={t('freezes.why-hint')}
          error={form.faultOf('reason')}
          value={form.values.reason}
          onChange={(reason) => form.set('reason', reason)}
        />
        <Button busy={form.sending}>
          {form.sending ? t('freezes.acting') : t(waits ? 'freezes.withdraw' : 'freezes.lift')}
        </Button>
      </form>
    </Page>
  );
}

/** The second officer looks at what the first one asked, and confirms it. */
export function ConfirmFreezePage() {
  const t = useT(words);
  return (
    <OneFreeze title={t('freezes.confirm-title')} isThere={({ viewerMayConfirm }) => viewerMayConfirm}>
      {(freeze) => <ConfirmForm freeze={freeze} />}
    </OneFreeze>
  );
}

/** A freeze ends, with the reason; or one that waits is taken back. */
export function LiftFreezePage() {
  const t = useT(words);
  return (
    <OneFreeze title={t('freezes.lift-title')} isThere={({ liftedAt }) => liftedAt === null}>
      {(freeze) => <LiftForm freeze={freeze} />}
    </OneFreeze>
  );
}
