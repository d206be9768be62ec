import { CareCard, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import messages from './help.messages.json';

const emergency = '999';
const urgent = '111';
const shout = '85258';
const samaritans = '116 123';

/** A large link that starts a call or a text. */
function CallLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <p>
      <a className="nhsuk-button" href={to}>
        {children}
      </a>
    </p>
  );
}

/** National help for people in a crisis. It asks the server nothing, so it opens without a line and without signing in. */
export function HelpScreen() {
  const t = useT(messages);
  return (
    <Page title={t('help.title')}>
      <p>{t('help.intro')}</p>
      <CareCard kind="emergency" heading={t('help.emergency')}>
        <p>{t('help.emergency-when')}</p>
        <CallLink to={`tel:${emergency}`}>{t('help.call-999')}</CallLink>
      </CareCard>
      <CareCard kind="urgent" heading={t('help.urgent')}>
        <p>{t('help.urgent-how')}</p>
        <CallLink to={`tel:${urgent}`}>{t('help.call-111')}</CallLink>
      </CareCard>
      <CareCard kind="non-urgent" heading={t('help.talk')}>
        <p>{t('help.text', { number: shout })}</p>
        <CallLink to={`sms:${shout}?body=SHOUT`}>{t('help.text-shout', { number: shout })}</CallLink>
        <p>{t('help.samaritans', { number: samaritans })}</p>
        <CallLink to={`tel:${samaritans.replace(' ', '')}`}>
          {t('help.call-samaritans', { number: samaritans })}
        </CallLink>
      </CareCard>
      <p className="hw-quiet">{t('help.offline')}</p>
    </Page>
  );
}
