import { BackLink, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ConfirmEmailPage, ResetPage, SecurityPage, SignInAgainPage } from '@heldwell/views';
import { useParams } from 'react-router';
import messages from './security.messages.json';

export {
  AuthenticatorPage as AuthenticatorScreen,
  CodesPage as CodesScreen,
  DevicesPage as DevicesScreen,
  EmailPage as EmailScreen,
  ForgottenPage as ForgottenScreen,
  PasskeyPage as PasskeyScreen,
  PasswordPage as PasswordScreen,
} from '@heldwell/views';

/** How the professional signs in. */
export function SecurityScreen() {
  const t = useT(messages);
  return (
    <SecurityPage
      before={<BackLink to="/">{t('security-screens.back')}</BackLink>}
      elsewhere={
        <p>
          <Link to="/sign-in-elsewhere">{t('security-screens.elsewhere')}</Link>
        </p>
      }
    />
  );
}

/** Where signing in again somewhere else leads back to. */
export function SignInAgainScreen() {
  return <SignInAgainPage word={useParams().outcome} />;
}

/** Choosing a new password by a link. */
export function ResetScreen() {
  return <ResetPage code={useParams().code ?? ''} />;
}

/** Agreeing to a changed e-mail address by a link. */
export function ConfirmEmailScreen() {
  return <ConfirmEmailPage code={useParams().code ?? ''} />;
}
