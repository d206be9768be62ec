import { BackLink, Button, ErrorSummary, Page, Radios, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import messages from './emergency.messages.json';
import { BackToFirstQuestion, emergencyReasons, useEmergencyPlace } from './emergency-flow.tsx';
import { WhatHappens } from './what-happens.tsx';

/** What the server takes is a little more: the choice stands before the words. */
const longest = 900;

type Values = { reason: string; words: string };

function WhyForm() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { path, why, say } = useEmergencyPlace();
  const form = useCheckedForm<Values>({
    initial: { reason: why?.reason ?? '', words: why?.words ?? '' },
    check: ({ reason, words }) => {
      const faults: Faults<Values> = {};
      if (!reason) faults.reason = t('emergency.reason-missing');
      if (!words.trim()) faults.words = t('emergency.words-missing');
      else if (words.length > longest) faults.words = t('emergency.words-long');
      return faults;
    },
    send: async ({ reason, words }) => {
      const chosen = emergencyReasons.find((each) => each === reason);
      if (chosen) say({ why: { reason: chosen, words } });
      await navigate(`${path}/confirm`);
      return undefined;
    },
  });
  return (
    <Page
      title={t('emergency.why')}
      section={t('emergency.title')}
      caption={t('emergency.step', { step: 2 })}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={path}>{t('emergency.back-to-who')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('emergency.why-text')}</p>
        <Radios
          id="reason"
          legend={t('emergency.reason')}
          legendSize="m"
          error={form.faultOf('reason')}
          items={emergencyReasons.map((value) => ({ value, label: t(`emergency.reason-${value}`) }))}
          value={form.values.reason || null}
          onChange={(event) => form.set('reason', event.target.value)}
        />
        <Textarea
          id="words"
          label={t('emergency.words')}
          error={form.faultOf('words')}
          value={form.values.words}
          onChange={(event) => form.set('words', event.target.value)}
        />
        <WhatHappens />
        <Button>{t('emergency.continue')}</Button>
      </form>
    </Page>
  );
}

/** The second question: what the emergency is, and what opening the record brings with it. */
export function WhyPage() {
  return useEmergencyPlace().person ? <WhyForm /> : <BackToFirstQuestion />;
}
