import { BackLink, Button, DateInput, ErrorSummary, Page, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, readDay, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { JoiningPlace } from './joining-place.ts';
import messages from './standing.messages.json';
import { type StandingAct, type StandingSaid, useReasonFault, useSaid } from './standing-act.ts';

const noDay = { day: '', month: '', year: '' };

type Values = Pick<StandingSaid, 'day' | 'reason'>;

/** The first step: when, and how it is known; or what was asked for in writing. */
function StandingForm({ act, place }: { act: StandingAct; place: JoiningPlace }) {
  const t = useT(messages);
  const navigate = useNavigate();
  const before = useSaid();
  const [id] = useState(() => before?.id ?? crypto.randomUUID());
  const reasonFault = useReasonFault();
  const form = useCheckedForm<Values>({
    initial: { day: before?.day ?? noDay, reason: before?.reason ?? '' },
    ids: { day: 'day-day' },
    check: ({ day, reason }) => {
      const faults: Faults<Values> = {};
      const said = Object.values(day).some((part) => part.trim());
      if (said && !readDay(day)) faults.day = t('standing.day-wrong');
      const fault = reasonFault(reason);
      if (fault) faults.reason = fault;
      return faults;
    },
    send: async (values) => {
      const said: StandingSaid = { id, ...values };
      await navigate('.', { replace: true, state: { said } });
      await navigate('check', { state: { said } });
      return undefined;
    },
  });
  return (
    <Page
      title={t(`standing.${act}`)}
      section={place.name}
      caption={t('standing.step', { step: 1 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${place.path}/joining`}>{t('standing.back-to-record')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t(`standing.${act}-text`)}</p>
        {act === 'died' && (
          <DateInput
            id="day"
            legend={t('standing.day')}
            hint={t('standing.day-hint')}
            error={form.faultOf('day')}
            value={form.values.day}
            onChange={(parts) => form.set('day', parts)}
          />
        )}
        <Textarea
          id="reason"
          label={t(`standing.${act}-reason`)}
          hint={t('standing.reason-hint')}
          error={form.faultOf('reason')}
          value={form.values.reason}
          onChange={({ target }) => form.set('reason', target.value)}
        />
        <Button>{t('standing.continue')}</Button>
      </form>
    </Page>
  );
}

/** Notes that the patient has died: the first step. */
export function DiedPage(place: JoiningPlace) {
  return <StandingForm act="died" place={place} />;
}

/** Carries out a written withdrawal: the first step. */
export function ClosePage(place: JoiningPlace) {
  return <StandingForm act="close" place={place} />;
}
