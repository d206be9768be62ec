import { ButtonLink, useFormat, WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './settings.messages.json';

/** Says, as long as it lasts, that all sharing is stopped. */
export function StoppedBanner({ since }: { since: string }) {
  const t = useT(messages);
  const format = useFormat();
  return (
    <WarningCallout heading={t('all.stopped')} headingLevel={2}>
      <p>{t('all.stopped-since', { date: format.dateTime(since) })}</p>
      <ButtonLink to="/sharing/all" variant="secondary">
        {t('all.start-again')}
      </ButtonLink>
    </WarningCallout>
  );
}
