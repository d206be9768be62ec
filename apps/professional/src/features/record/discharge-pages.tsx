import { graphql, useCommand } from '@heldwell/client';
import {
  BackLink,
  Bidi,
  Button,
  EmptyState,
  ErrorSummary,
  Page,
  SummaryList,
  Textarea,
  WarningCallout,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import { Navigate, useLocation, useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import messages from './discharge.messages.json';
import type { RecordPlace } from './record-layout.tsx';
import { caresFor } from './record-words.ts';

const DischargePatient = graphql(`
  mutation DischargePatient($input: DischargeInput!) { dischargePatient(input: $input) }
`);

/** A record, and the team whose care for it ends. */
type DischargePlace = RecordPlace & { team: string };
/** What was said at the first step: kept in the history entry, so that Back finds it and no address says it. */
type Said = { reason: string };

const longestReason = 500;
const lines = ['access', 'others', 'stays', 'other-way', 'told', 'back'] as const;

const useSaid = (): Said | undefined => (useLocation().state as { said?: Said } | null)?.said;

function WhatHappens() {
  const t = useT(messages);
  return (
    <WarningCallout heading={t('discharge.happens')} headingLevel={2}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{t(`discharge.happens-${line}`)}</li>
        ))}
      </ul>
    </WarningCallout>
  );
}

/** There is no care to end: said on the page itself, for who comes here by the address. */
function NoCare({ name, path }: DischargePlace) {
  const t = useT(messages);
  return (
    <Page
      title={t('discharge.title')}
      section={name}
      before={<BackLink to={`${path}/details`}>{t('discharge.back')}</BackLink>}
    >
      <EmptyState heading={t('discharge.none')}>
        <p>{t('discharge.none-text')}</p>
      </EmptyState>
    </Page>
  );
}

function ReasonForm({ name, path }: DischargePlace) {
  const t = useT(messages);
  const navigate = useNavigate();
  const said = useSaid();
  const form = useCheckedForm<Said>({
    initial: { reason: said?.reason ?? '' },
    check: ({ reason }) => {
      if (!reason.trim()) return { reason: t('discharge.reason-missing') };
      return reason.trim().length > longestReason ? { reason: t('discharge.reason-long') } : {};
    },
    send: async ({ reason }) => {
      await navigate('.', { replace: true, state: { said: { reason } } });
      await navigate('check', { state: { said: { reason } } });
      return undefined;
    },
  });
  return (
    <Page
      title={t('discharge.title')}
      section={name}
      caption={t('discharge.step', { step: 1 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/details`}>{t('discharge.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('discharge.intro', { name })}</p>
        <WhatHappens />
        <Textarea
          id="reason"
          label={t('discharge.reason')}
          hint={t('discharge.reason-hint')}
          error={form.faultOf('reason')}
          value={form.values.reason}
          onChange={({ target }) => form.set('reason', target.value)}
        />
        <Button>{t('discharge.continue')}</Button>
      </form>
    </Page>
  );
}

function useDischarge({ team, record, name }: DischargePlace, { reason }: Said) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { run } = useCommand(DischargePatient);
  return useCheckedForm<object>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const input = { record: record.id, team, reason: reason.trim() };
      const { data, problem } = await run({ input });
      if (!data) return { problem };
      if (!data.dischargePatient) return { message: t('discharge.none') };
      // The record may be the team's no longer: its list of patients says what was done.
      const state: Done = { done: t('discharge.done', { name }) };
      await navigate(`/teams/${team}/patients`, { replace: true, state });
      return undefined;
    },
  });
}

function CheckForm({ said, ...place }: DischargePlace & { said: Said }) {
  const t = useT(messages);
  const form = useDischarge(place, said);
  const here = `${place.path}/discharge`;
  const change = {
    label: t('discharge.change'),
    hidden: t('discharge.change-why'),
    to: here,
    state: { said },
  };
  return (
    <Page
      title={t('discharge.check')}
      section={place.name}
      caption={t('discharge.step', { step: 2 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={here}>{t('discharge.title')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <SummaryList
          rows={[
            { key: t('discharge.patient'), value: <Bidi>{place.name}</Bidi> },
            {
              key: t('discharge.why'),
              value: <span className="hw-plain-text">{said.reason.trim()}</span>,
              actions: [change],
            },
          ]}
        />
        <WhatHappens />
        <Button variant="warning" busy={form.sending}>
          {t(form.sending ? 'discharge.acting' : 'discharge.act')}
        </Button>
      </form>
    </Page>
  );
}

/** Ends the team's care for a patient. First step: what will happen, and why it is done. */
export function DischargePage(place: DischargePlace) {
  return caresFor(place.record, place.team) ? <ReasonForm {...place} /> : <NoCare {...place} />;
}

/** The second step: all of it once more. Only then does care end. */
export function DischargeCheckPage(place: DischargePlace) {
  const said = useSaid();
  if (!said) return <Navigate to={`${place.path}/discharge`} replace />;
  return <CheckForm {...place} said={said} />;
}
