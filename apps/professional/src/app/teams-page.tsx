import { EmptyState, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Navigate, useOutletContext } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import messages from './app.messages.json';
import { ConsoleShell } from './console-shell.tsx';
import { useOfficesNav } from './offices-nav.ts';

/** Where staff begin: straight to the inbox of their one team, else to choose among several; without one, to what is shared. */
export function TeamsPage() {
  const t = useT(messages);
  const viewer = useOutletContext<ProfessionalViewer>();
  const [first, second] = viewer.teams;
  const nav = useOfficesNav(viewer);
  const [office] = nav;
  if (!first && office) return <Navigate to={office.to} replace />;
  if (first && !second) return <Navigate to={`/teams/${first.id}/inbox`} replace />;
  return (
    <ConsoleShell nav={nav} account={<AccountLinks viewer={viewer} />}>
      <Page title={first ? t('app.choose-team') : t('app.no-team')}>
        {first ? (
          <LinkList
            items={viewer.teams.map((team) => ({
              to: `/teams/${team.id}/inbox`,
              label: team.name,
              hint: team.organisation.name,
            }))}
          />
        ) : (
          <EmptyState heading={t('app.no-team-text')}>
            <p>{t('app.no-team-shared')}</p>
          </EmptyState>
        )}
      </Page>
    </ConsoleShell>
  );
}
