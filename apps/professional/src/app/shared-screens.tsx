import { Loading } from '@heldwell/ui';
import { lazy, Suspense } from 'react';
import { Outlet, useOutletContext } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import { ConsoleShell } from './console-shell.tsx';
import { useOfficesNav } from './offices-nav.ts';

const SharedPage = lazy(async () => ({
  default: (await import('../features/caseload/shared-page.tsx')).SharedPage,
}));

/** The frame of what is shared with the person or their organisation: no team's screens. */
export function SharedScreens() {
  const viewer = useOutletContext<ProfessionalViewer>();
  return (
    <ConsoleShell nav={useOfficesNav(viewer)} account={<AccountLinks viewer={viewer} />}>
      <Outlet context={viewer} />
    </ConsoleShell>
  );
}

/** Everybody who shares so. */
export function SharedScreen() {
  const { teams } = useOutletContext<ProfessionalViewer>();
  return (
    <Suspense fallback={<Loading />}>
      <SharedPage hasTeams={teams.length > 0} />
    </Suspense>
  );
}
