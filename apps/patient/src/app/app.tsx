import { useHeldwell } from '@heldwell/client';
import { EmptyState, LinkProvider, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { NoticesProvider, ScreenBoundary, SessionCare } from '@heldwell/views';
import { type ReactNode, useEffect } from 'react';
import { Link, matchPath, Route, Routes, useLocation, useNavigate } from 'react-router';
import { useWatchedRecord, WatchedRecordProvider } from '../my-record/index.ts';
import messages from './app.messages.json';
import { Frame } from './frame.tsx';
import { type Screen, screens } from './routes.ts';

/** Leads to signing in when the server says that the sign-in is over, and back to where one was. */
function useWayToSignIn() {
  const { signedOut } = useHeldwell();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  useEffect(
    () =>
      signedOut.listen(() => {
        if (pathname !== '/sign-in') void navigate('/sign-in', { state: { from: pathname + search } });
      }),
    [signedOut, navigate, pathname, search],
  );
}

/**
 * Notices are listened to while the record of somebody signed in is known. The sign-in is watched over, and asked for anew
 * before weighty acts, on every screen but those that open without: also where one begins, before any record was asked for.
 */
function SignedIn({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { record } = useWatchedRecord();
  const isOpen = screens.some(({ path, open }) => open && matchPath(path, pathname));
  const signedIn = record !== null && !isOpen;
  const { watch } = useWatchedRecord();
  const navigate = useNavigate();
  const leave = () => {
    watch(null);
    void navigate('/sign-in', { replace: true });
  };
  return (
    <NoticesProvider signedIn={signedIn}>
      {children}
      {!isOpen && <SessionCare onSignedOut={leave} />}
    </NoticesProvider>
  );
}

function ShownScreen({ screen }: { screen: Screen }) {
  const { pathname } = useLocation();
  const Component = screen.component;
  return (
    <ScreenBoundary key={pathname}>
      <Component />
    </ScreenBoundary>
  );
}

function NotFound() {
  const t = useT(messages);
  return (
    <Page title={t('app.not-found')}>
      <EmptyState heading={t('app.not-found-why')}>
        <p>
          <Link to="/">{t('app.to-home')}</Link>
        </p>
      </EmptyState>
    </Page>
  );
}

/** The patient app: its frame, and the screen that the address names. */
export function App() {
  useWayToSignIn();
  return (
    <LinkProvider link={Link}>
      <WatchedRecordProvider>
        <SignedIn>
          <Frame>
            <Routes>
              {screens.map((screen) => (
                <Route key={screen.path} path={screen.path} element={<ShownScreen screen={screen} />} />
              ))}
              <Route path="*" element={<NotFound />} />
            </Routes>
          </Frame>
        </SignedIn>
      </WatchedRecordProvider>
    </LinkProvider>
  );
}
