import { useLocation, useNavigate, useParams } from 'react-router';
import { InvitationPage } from '../features/invitation/invitation-page.tsx';
import type { SignInState } from './session-gate.tsx';

export { DeclinedPage as DeclinedScreen } from '../features/invitation/invitation-page.tsx';

export function InvitationScreen() {
  const { code = '' } = useParams();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (
    <InvitationPage
      key={code}
      code={code}
      onAccepted={() => navigate('/', { replace: true })}
      onSignIn={() => navigate('/sign-in', { state: { from: pathname, ended: false } satisfies SignInState })}
    />
  );
}
