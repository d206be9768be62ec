import { Loading } from '@heldwell/ui';
import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate, useParams } from 'react-router';
import { HelpPage } from '../features/help/help-page.tsx';
import { PeoplePage } from '../features/people/people-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { CarerShell } from './carer-shell.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import {
  AccessScreen,
  DiaryScreen,
  EntryScreen,
  KindScreen,
  KindsScreen,
  LeaveScreen,
  MessagesScreen,
  PersonLayout,
  PlanScreen,
  ThreadScreen,
  TodayScreen,
} from './person-routes.tsx';
import { SessionGate, type SignInState, useCarerPlace } from './session-gate.tsx';

const InvitationPage = lazy(async () => ({
  default: (await import('../features/invitation/invitation-page.tsx')).InvitationPage,
}));
const DeclinedPage = lazy(async () => ({
  default: (await import('../features/invitation/invitation-page.tsx')).DeclinedPage,
}));

function SignInScreen() {
  const navigate = useNavigate();
  const { from, ended } = (useLocation().state ?? {}) as Partial<SignInState>;
  return (
    <CarerShell>
      <SignInPage ended={ended ?? false} onSignedIn={() => navigate(from ?? '/', { replace: true })} />
    </CarerShell>
  );
}

function InvitationScreen() {
  const { code = '' } = useParams();
  const navigate = useNavigate();
  return (
    <CarerShell>
      <Suspense fallback={<Loading />}>
        <InvitationPage code={code} onAccepted={() => navigate('/', { replace: true })} />
      </Suspense>
    </CarerShell>
  );
}

function DeclinedScreen() {
  return (
    <CarerShell>
      <Suspense fallback={<Loading />}>
        <DeclinedPage />
      </Suspense>
    </CarerShell>
  );
}

function HelpScreen() {
  return (
    <CarerShell>
      <HelpPage />
    </CarerShell>
  );
}

/** With one person to care for there is nothing to choose, unless something has to be said first. */
function PeopleScreen() {
  const { nodes, pageInfo } = useCarerPlace().viewer.caresFor;
  const { left } = (useLocation().state ?? {}) as { left?: string };
  const [only, another] = nodes;
  if (only && !another && !pageInfo.hasNextPage && left === undefined) {
    return <Navigate to={`/people/${only.id}`} replace />;
  }
  return (
    <CarerShell signedIn>
      <PeoplePage people={nodes} left={left} />
    </CarerShell>
  );
}

function SettingsScreen() {
  const { givenName, familyName, email } = useCarerPlace().viewer.person;
  const navigate = useNavigate();
  return (
    <CarerShell signedIn>
      <SettingsPage
        name={`${givenName} ${familyName}`}
        email={email}
        onSignedOut={() => navigate('/sign-in', { replace: true })}
      />
    </CarerShell>
  );
}

function NotFoundScreen() {
  return (
    <CarerShell>
      <NotFoundPage />
    </CarerShell>
  );
}

/** Every address of the carer app and what is shown there. */
export function AppRoutes() {
  return (
    <Routes>
      <Route path="help" element={<HelpScreen />} />
      <Route path="sign-in" element={<SignInScreen />} />
      <Route path="invitation/:code" element={<InvitationScreen />} />
      <Route path="declined" element={<DeclinedScreen />} />
      <Route element={<SessionGate />}>
        <Route index element={<PeopleScreen />} />
        <Route path="settings" element={<SettingsScreen />} />
        <Route path="people/:record" element={<PersonLayout />}>
          <Route index element={<TodayScreen />} />
          <Route path="messages" element={<MessagesScreen />} />
          <Route path="messages/:thread" element={<ThreadScreen />} />
          <Route path="diary" element={<DiaryScreen />} />
          <Route path="plan" element={<PlanScreen />} />
          <Route path="record" element={<KindsScreen />} />
          <Route path="record/:kind" element={<KindScreen />} />
          <Route path="entries/:entry" element={<EntryScreen />} />
          <Route path="access" element={<AccessScreen />} />
          <Route path="access/leave" element={<LeaveScreen />} />
        </Route>
      </Route>
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  );
}
