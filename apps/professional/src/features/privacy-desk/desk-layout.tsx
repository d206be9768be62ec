import { EmptyState, LinkList, NotificationBanner, Page, Tabs, WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router';
import messages from './desk.messages.json';

/** An organisation the viewer is privacy officer of. */
export type Office = { id: string; name: string };

/** What the pages of a desk are told. */
export interface DeskPlace {
  office: Office;
  /** Where the desk begins: "/privacy/…". */
  path: string;
}

/** The desk whose page this is. */
export function useDeskPlace(): DeskPlace {
  return useOutletContext<DeskPlace>();
}

const parts = ['emergencies', 'questions', 'freezes', 'court-orders'] as const;

/** The frame of a desk's pages: where else one can go, and the page. */
export function DeskLayout({ office }: { office: Office }) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const path = `/privacy/${office.id}`;
  const here = pathname.slice(path.length).split('/')[1] ?? '';
  return (
    <>
      <Tabs
        label={t('desk.tabs')}
        items={parts.map((part) => ({
          to: `${path}/${part}`,
          label: t(`desk.${part}`),
          current: part === here,
        }))}
      />
      <Outlet key={office.id} context={{ office, path } satisfies DeskPlace} />
    </>
  );
}

/** Where an officer begins: straight at the desk of their one organisation, else to choose among several. */
export function DesksPage({ desks }: { desks: readonly Office[] }) {
  const t = useT(messages);
  const [only, another] = desks;
  if (only && !another) return <Navigate to={`/privacy/${only.id}/emergencies`} replace />;
  return (
    <Page title={t('desk.title')} caption={t('desk.caption')}>
      {only ? (
        <LinkList
          label={t('desk.choose')}
          items={desks.map(({ id, name }) => ({ to: `/privacy/${id}/emergencies`, label: name }))}
        />
      ) : (
        <EmptyState heading={t('desk.no-office')}>
          <p>{t('desk.no-office-text')}</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** Kept in the state of an address: what has just been done, as one sentence. */
export type DeskDone = { done: string };

/** Says at the top of a list what has just been done. */
export function DoneBanner() {
  const { done } = (useLocation().state as DeskDone | null) ?? {};
  if (!done) return null;
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  );
}

/** What an act brings with it, said before it is done. */
export function WhatWillHappen({ lines }: { lines: readonly string[] }) {
  const t = useT(messages);
  return (
    <WarningCallout heading={t('desk.what-happens')} headingLevel={2}>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </WarningCallout>
  );
}
