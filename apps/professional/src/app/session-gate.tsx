import { useHeldwell, useScreenQuery } from '@heldwell/client';
import { Loading, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesProvider, ProblemState, SessionCare } from '@heldwell/views';
import { useEffect, useEffectEvent } from 'react';
import { Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { ProfessionalViewerQuery } from '../features/teams/teams-documents.ts';
import messages from './app.messages.json';
import { ConsoleShell } from './console-shell.tsx';

/** A notice may say that the first record is shared, or the last no longer: then the way there comes, or goes. */
const topics = ['notices'] as const;

/** What the sign-in screen is told: where to go back to, and whether a session has just ended. */
export interface SignInState {
  from: string;
  ended: boolean;
}

/** Lets signed-in staff through; everyone else is led to sign-in and back again afterwards. */
export function SessionGate() {
  const t = useT(messages);
  const query = useScreenQuery(ProfessionalViewerQuery, {}, { on: topics });
  const { signedOut } = useHeldwell();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const from = `${pathname}${search}`;
  const leave = useEffectEvent(() => {
    void navigate('/sign-in', { replace: true, state: { from, ended: true } satisfies SignInState });
  });
  useEffect(() => signedOut.listen(() => leave()), [signedOut]);

  const viewer = query.data?.viewer;
  if (viewer) {
    return (
      <NoticesProvider signedIn>
        <Outlet context={viewer} />
        <SessionCare onSignedOut={() => void navigate('/sign-in', { replace: true })} />
      </NoticesProvider>
    );
  }
  if (viewer === null && !query.asking) {
    return <Navigate to="/sign-in" replace state={{ from, ended: false } satisfies SignInState} />;
  }
  return (
    <ConsoleShell>
      {query.problem ? (
        <Page title={t('app.opening')}>
          <ProblemState problem={query.problem} what={t('app.your-teams')} retry={query.refresh} />
        </Page>
      ) : (
        <Loading />
      )}
    </ConsoleShell>
  );
}
