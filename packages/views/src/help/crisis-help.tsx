import { Bidi, CareCard, Link } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import messages from './help.messages.json';

function Call({ number, shown = number }: { number: string; shown?: string }) {
  const t = useT(messages);
  return (
    <p>
      <Link className="nhsuk-button" to={`tel:${number}`}>
        <Bidi>{t('help.call', { number: shown })}</Bidi>
      </Link>
    </p>
  );
}

/**
 * The numbers that help at once, the most urgent first. Needs no connection and no sign-in: import it into an app's
 * first script, never lazily.
 */
export function CrisisHelp() {
  const t = useT(messages);
  const number = (words: string) => <Bidi>{words}</Bidi>;
  const text = (words: string) => (
    <Link to={`sms:${words}?body=SHOUT`}>
      <Bidi>{words}</Bidi>
    </Link>
  );
  return (
    <>
      <CareCard kind="emergency" heading={t('help.emergency')}>
        <p>{t('help.emergency-text')}</p>
        <Call number="999" />
        <p>
          <Rich text={t('help.deaf')} parts={{ number }} />
        </p>
      </CareCard>
      <CareCard kind="urgent" heading={t('help.urgent')}>
        <p>{t('help.urgent-text')}</p>
        <Call number="111" />
      </CareCard>
      <CareCard kind="non-urgent" heading={t('help.talk')}>
        <p>{t('help.samaritans')}</p>
        <Call number="116123" shown="116 123" />
        <p>
          <Rich text={t('help.shout')} parts={{ number: text }} />
        </p>
      </CareCard>
    </>
  );
}
