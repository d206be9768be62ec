import { NotificationBanner } from '@heldwell/ui';
import { useLocation } from 'react-router';

/** Kept in the state of an address: what has just been done, as one sentence. */
export type Done = { done: string };

/** Says at the top of a page what has just been done. */
export function DoneBanner() {
  const { done } = (useLocation().state as Done | null) ?? {};
  if (!done) return null;
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  );
}
