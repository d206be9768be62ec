import { type ComponentType, lazy, useEffect } from 'react';
import { Outlet, Route, Routes, useOutletContext } from 'react-router';
import { HelpPage } from '../features/help/help-page.tsx';
import { CarerShell } from './carer-shell.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { PersonLayout } from './person-layout.tsx';
import { SessionGate } from './session-gate.tsx';

const first = () => import('./first-screens.tsx');
const account = () => import('./account-screens.tsx');
const invitation = () => import('./invitation-screens.tsx');
const person = () => import('./person-screens.tsx');
const detail = () => import('./detail-screens.tsx');
const sharing = () => import('./sharing-screens.tsx');
const security = () => import('../features/security/security-screens.tsx');

/** A screen of a script that is loaded when the first of its screens opens. */
function late<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return lazy(async () => ({ default: (await load())[name] }));
}

const PeopleScreen = late(first, 'PeopleScreen');
const TodayScreen = late(first, 'TodayScreen');
const SignInScreen = late(account, 'SignInScreen');
const SettingsScreen = late(account, 'SettingsScreen');
const NoticesScreen = late(account, 'NoticesScreen');
const InvitationScreen = late(invitation, 'InvitationScreen');
const DeclinedScreen = late(invitation, 'DeclinedScreen');
const MessagesScreen = late(person, 'MessagesScreen');
const ThreadScreen = late(person, 'ThreadScreen');
const DiaryScreen = late(person, 'DiaryScreen');
const KindsScreen = late(person, 'KindsScreen');
const KindScreen = late(person, 'KindScreen');
const AccessScreen = late(person, 'AccessScreen');
const AskScreen = late(person, 'AskScreen');
const LeaveScreen = late(person, 'LeaveScreen');
const PlanScreen = late(detail, 'PlanScreen');
const EntryScreen = late(detail, 'EntryScreen');
const WhoLookedScreen = late(detail, 'WhoLookedScreen');
const ManagedScreen = late(sharing, 'ManagedScreen');
const ChooseShareScreen = late(sharing, 'ChooseShareScreen');
const InviteCarerScreen = late(sharing, 'InviteCarerScreen');
const InviteProfessionalScreen = late(sharing, 'InviteProfessionalScreen');
const ShareTeamScreen = late(sharing, 'ShareTeamScreen');
const SecurityScreen = late(security, 'SecurityScreen');
const EmailScreen = late(security, 'EmailScreen');
const PasswordScreen = late(security, 'PasswordScreen');
const PasskeyScreen = late(security, 'PasskeyScreen');
const AuthenticatorScreen = late(security, 'AuthenticatorScreen');
const CodesScreen = late(security, 'CodesScreen');
const DevicesScreen = late(security, 'DevicesScreen');
const ForgottenScreen = late(security, 'ForgottenScreen');
const ResetScreen = late(security, 'ResetScreen');
const ConfirmEmailScreen = late(security, 'ConfirmEmailScreen');

/** Fetches scripts; one that fails now is asked for again when its screen opens, and says so there. */
function fetchAhead(...scripts: (() => Promise<unknown>)[]) {
  for (const load of scripts) load().catch(() => undefined);
}

/** Screens have scripts of their own, fetched ahead so that a lost line costs nothing: the first while it is asked who looks. */
function useFetchAhead() {
  useEffect(() => {
    fetchAhead(first);
    const timer = setTimeout(() => fetchAhead(account, person, detail, sharing, security), 1_500);
    return () => clearTimeout(timer);
  }, []);
}

function Frame({ signedIn }: { signedIn: boolean }) {
  const carer = useOutletContext();
  return (
    <CarerShell signedIn={signedIn}>
      <Outlet context={carer} />
    </CarerShell>
  );
}

/** Every address of the carer app and what is shown there. */
export const routeElements = (
  <>
    <Route element={<Frame signedIn={false} />}>
      <Route path="help" element={<HelpPage />} />
      <Route path="sign-in" element={<SignInScreen />} />
      <Route path="invitation/:code" element={<InvitationScreen />} />
      <Route path="declined" element={<DeclinedScreen />} />
      <Route path="forgotten-password" element={<ForgottenScreen />} />
      <Route path="reset-password/:code" element={<ResetScreen />} />
      <Route path="confirm-email/:code" element={<ConfirmEmailScreen />} />
      <Route path="*" element={<NotFoundPage />} />
    </Route>
    <Route element={<SessionGate />}>
      <Route element={<Frame signedIn />}>
        <Route index element={<PeopleScreen />} />
        <Route path="notices" element={<NoticesScreen />} />
        <Route path="settings" element={<SettingsScreen />} />
        <Route path="security" element={<SecurityScreen />} />
        <Route path="security/email" element={<EmailScreen />} />
        <Route path="security/password" element={<PasswordScreen />} />
        <Route path="security/passkey" element={<PasskeyScreen />} />
        <Route path="security/authenticator" element={<AuthenticatorScreen />} />
        <Route path="security/codes" element={<CodesScreen />} />
        <Route path="security/devices" element={<DevicesScreen />} />
      </Route>
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
        <Route path="access/who-looked" element={<WhoLookedScreen />} />
        <Route path="access/ask" element={<AskScreen />} />
        <Route path="access/sharing" element={<ManagedScreen />} />
        <Route path="access/sharing/new" element={<ChooseShareScreen />} />
        <Route path="access/sharing/new/carer" element={<InviteCarerScreen />} />
        <Route path="access/sharing/new/professional" element={<InviteProfessionalScreen />} />
        <Route path="access/sharing/new/team" element={<ShareTeamScreen />} />
        <Route path="access/leave" element={<LeaveScreen />} />
      </Route>
    </Route>
  </>
);

/** Shows what is at the address. */
export function AppRoutes() {
  useFetchAhead();
  return <Routes>{routeElements}</Routes>;
}
