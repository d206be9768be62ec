import { Link, NotificationBanner } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLocation } from 'react-router';
import messages from './give.messages.json';

/** What has just been done, as one sentence, and the address of its receipt; kept in the state of the address. */
export type JustDone = { done?: string; receipt?: string };

/** Says at the top of the page what has just been done. */
export function DoneBanner({ just }: { just?: JustDone | null }) {
  const t = useT(messages);
  const { state } = useLocation();
  const { done, receipt } = just ?? (state as JustDone | null) ?? {};
  if (!done) return null;
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{done}</p>
      {receipt && (
        <p>
          <Link className="nhsuk-notification-banner__link" to={receipt}>
            {t('give.read-receipt')}
          </Link>
        </p>
      )}
    </NotificationBanner>
  );
}
