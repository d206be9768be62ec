import { type ResultOf, type ScreenQuery, useHeldwell, useScreenQuery } from '@heldwell/client';
import { Loading, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesProvider, ProblemState, SessionCare } from '@heldwell/views';
import { useEffect, useEffectEvent } from 'react';
import { Navigate, Outlet, useLocation, useNavigate, useOutletContext } from 'react-router';
import { type CarerViewer, CarerViewerQuery } from '../features/people/people-documents.ts';
import messages from './app.messages.json';
import { CarerShell } from './carer-shell.tsx';

/** What the sign-in screen is told: where to go back to, and whether a session has just ended. */
export interface SignInState {
  from: string;
  ended: boolean;
}

/** What signed-in screens are told. */
export interface CarerPlace {
  viewer: CarerViewer;
  query: ScreenQuery<ResultOf<typeof CarerViewerQuery>>;
}

/** Who is signed in. */
export function useCarerPlace(): CarerPlace {
  return useOutletContext<CarerPlace>();
}

/** Lets a signed-in carer through; everyone else is led to sign-in and back again afterwards. */
export function SessionGate() {
  const t = useT(messages);
  const query = useScreenQuery(CarerViewerQuery, {});
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
        <Outlet context={{ viewer, query } satisfies CarerPlace} />
        <SessionCare onSignedOut={() => void navigate('/sign-in', { replace: true })} />
      </NoticesProvider>
    );
  }
  if (viewer === null && !query.asking) {
    return <Navigate to="/sign-in" replace state={{ from, ended: false } satisfies SignInState} />;
  }
  return (
    <CarerShell>
      {query.problem ? (
        <Page title={t('app.opening')}>
          <ProblemState problem={query.problem} what={t('app.your-people')} retry={query.refresh} />
        </Page>
      ) : (
        <Loading />
      )}
    </CarerShell>
  );
}
