import { type ComponentType, lazy } from 'react';
import { Outlet, Route, useOutletContext } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import { ConsoleShell } from './console-shell.tsx';

const load = () => import('../features/security/security-screens.tsx');

/** A screen of a script that is loaded when the first of its screens opens. */
function late(name: keyof Awaited<ReturnType<typeof load>>) {
  return lazy(async () => ({ default: (await load())[name] as ComponentType }));
}

const SecurityScreen = late('SecurityScreen');
const EmailScreen = late('EmailScreen');
const PasswordScreen = late('PasswordScreen');
const PasskeyScreen = late('PasskeyScreen');
const AuthenticatorScreen = late('AuthenticatorScreen');
const CodesScreen = late('CodesScreen');
const DevicesScreen = late('DevicesScreen');
const ForgottenScreen = late('ForgottenScreen');
const ResetScreen = late('ResetScreen');
const ConfirmEmailScreen = late('ConfirmEmailScreen');
const SignInAgainScreen = late('SignInAgainScreen');

function SignedInFrame() {
  const viewer = useOutletContext<ProfessionalViewer>();
  return (
    <ConsoleShell account={<AccountLinks viewer={viewer} />}>
      <Outlet />
    </ConsoleShell>
  );
}

function OpenFrame() {
  return (
    <ConsoleShell>
      <Outlet />
    </ConsoleShell>
  );
}

/** For whoever has lost their password, agrees to another address, or comes back from signing in again somewhere else. */
export const openSecurityRoutes = (
  <Route element={<OpenFrame />}>
    <Route path="forgotten-password" element={<ForgottenScreen />} />
    <Route path="reset-password/:code" element={<ResetScreen />} />
    <Route path="confirm-email/:code" element={<ConfirmEmailScreen />} />
    <Route path="sign-in/again/:outcome" element={<SignInAgainScreen />} />
  </Route>
);

/** How the professional signs in. */
export const securityRoutes = (
  <Route element={<SignedInFrame />}>
    <Route path="security" element={<SecurityScreen />} />
    <Route path="security/email" element={<EmailScreen />} />
    <Route path="security/password" element={<PasswordScreen />} />
    <Route path="security/passkey" element={<PasskeyScreen />} />
    <Route path="security/authenticator" element={<AuthenticatorScreen />} />
    <Route path="security/codes" element={<CodesScreen />} />
    <Route path="security/devices" element={<DevicesScreen />} />
  </Route>
);
