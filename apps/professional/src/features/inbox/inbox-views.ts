import type { InboxView } from './inbox-documents.ts';

/** The views of the inbox, as they are named in the address. */
export const inboxViews = ['all', 'unread', 'waiting-on-us', 'waiting-on-patient'] as const;

/** A view's name in the address. */
export type InboxViewName = (typeof inboxViews)[number];

const asked: Record<InboxViewName, InboxView> = {
  all: 'ALL',
  unread: 'UNREAD',
  'waiting-on-us': 'WAITING_ON_TEAM',
  'waiting-on-patient': 'WAITING_ON_PATIENT',
};

/** The view that the address names; all discussions when it names none. */
export function viewNamed(name: string | null): InboxViewName {
  return inboxViews.find((view) => view === name) ?? 'all';
}

/** A view as the server names it. */
export function askedView(name: InboxViewName): InboxView {
  return asked[name];
}
