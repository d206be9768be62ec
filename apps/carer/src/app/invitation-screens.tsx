import { useNavigate, useParams } from 'react-router';
import { InvitationPage } from '../features/invitation/invitation-page.tsx';

export { DeclinedPage as DeclinedScreen } from '../features/invitation/invitation-page.tsx';

export function InvitationScreen() {
  const { code = '' } = useParams();
  const navigate = useNavigate();
  return <InvitationPage key={code} code={code} onAccepted={() => navigate('/', { replace: true })} />;
}
