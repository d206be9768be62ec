import { EmptyState, LinkList, Page, Tabs } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Navigate, Outlet, useLocation, useOutletContext } from 'react-router';
import messages from './organisation.messages.json';

/** An organisation the viewer administers. */
export type Administered = { id: string; name: string };

/** What the pages of an organisation are told. */
export interface OrganisationPlace {
  organisation: Administered;
  /** Where its pages begin: "/organisation/…". */
  path: string;
}

/** The organisation whose page this is. */
export function useOrganisationPlace(): OrganisationPlace {
  return useOutletContext<OrganisationPlace>();
}

const parts = ['teams', 'brand', 'people', 'history'] as const;

/** The frame of an organisation's pages. */
export function OrganisationLayout({ organisation }: { organisation: Administered }) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const path = `/organisation/${organisation.id}`;
  const here = pathname.slice(path.length).split('/')[1] ?? '';
  return (
    <>
      <Tabs
        label={t('org.tabs')}
        items={parts.map((part) => ({
          to: `${path}/${part}`,
          label: t(`org.${part}`),
          current: part === here,
        }))}
      />
      <Outlet key={organisation.id} context={{ organisation, path } satisfies OrganisationPlace} />
    </>
  );
}

/** Where an administrator begins: straight at their one organisation, else to choose among several. */
export function OrganisationsPage({ organisations }: { organisations: readonly Administered[] }) {
  const t = useT(messages);
  const [only, another] = organisations;
  if (only && !another) return <Navigate to={`/organisation/${only.id}/teams`} replace />;
  return (
    <Page title={t('org.title')}>
      {only ? (
        <LinkList
          label={t('org.choose')}
          items={organisations.map(({ id, name }) => ({ to: `/organisation/${id}/teams`, label: name }))}
        />
      ) : (
        <EmptyState heading={t('org.none')}>
          <p>{t('org.none-text')}</p>
        </EmptyState>
      )}
    </Page>
  );
}

/** In place of a page of an organisation that the viewer does not administer any more. */
export function Gone({ part }: { part: 'org' | 'team' }) {
  const t = useT(messages);
  return (
    <EmptyState heading={t(part === 'org' ? 'org.gone' : 'team.gone')}>
      <p>{t(part === 'org' ? 'org.gone-text' : 'team.gone-text')}</p>
    </EmptyState>
  );
}
