import { NotificationBanner } from '@heldwell/ui';
import { useLocation } from 'react-router';

/** What the page before has just done, as one sentence in the state of the address. */
export type JustDone = { done?: string };

/** Says at the top of the page what has just been done. */
export function DoneBanner({ done }: { done?: string | null }) {
  const { state } = useLocation();
  const words = done ?? (state as JustDone | null)?.done;
  if (!words) return null;
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{words}</p>
    </NotificationBanner>
  );
}
