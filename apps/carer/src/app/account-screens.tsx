import { useLocation, useNavigate } from 'react-router';
import { NoticesPage } from '../features/notices/notices-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import { type SignInState, useCarerPlace } from './session-gate.tsx';

export function SignInScreen() {
  const navigate = useNavigate();
  const { from, ended } = (useLocation().state ?? {}) as Partial<SignInState>;
  return <SignInPage ended={ended ?? false} onSignedIn={() => navigate(from ?? '/', { replace: true })} />;
}

export function SettingsScreen() {
  const { givenName, familyName, email } = useCarerPlace().viewer.person;
  const navigate = useNavigate();
  return (
    <SettingsPage
      name={`${givenName} ${familyName}`}
      email={email}
      onSignedOut={() => navigate('/sign-in', { replace: true })}
    />
  );
}

export { NoticesPage as NoticesScreen };
