export { emailHash, emailKey, openEmail, sealEmail } from '../../platform/sealing/email-address.ts';
export { waitBefore } from './attempts.ts';
export { EmailChangeResolver } from './emails/email-change.resolver.ts';
export { emailOf } from './emails/email-of.ts';
export { ownEmail } from './emails/own-email.ts';
export { AuthenticatorResolver } from './factors/authenticator.resolver.ts';
export { CompleteSignInResolver } from './factors/complete-sign-in.resolver.ts';
export { PasskeyResolver } from './factors/passkey.resolver.ts';
export { newPerson } from './new-person.ts';
export { ownViewer } from './own-viewer.ts';
export { PasswordResolver } from './passwords/password.resolver.ts';
export { hashPassword, passwordFits, passwordProblem } from './passwords/passwords.ts';
export { ensurePerson } from './person-set-up.ts';
export { recoverSignIn } from './recovery/recover-sign-in.ts';
export { signInLinked, signInUnlinked } from './security-mail.ts';
export { SessionsResolver } from './sessions/sessions.resolver.ts';
export { enterAs, enterSession, holdPerson, startSession, startSessionHere } from './sessions/sessions.ts';
export { SignInResolver } from './sign-in.resolver.ts';
export {
  SignedIn,
  SignInRefused,
  signInRefused,
  TooManyAttempts,
  tooManyAttempts,
} from './sign-in.results.ts';
export {
  findPerson,
  type StoredPerson,
  signIn,
} from './sign-in.service.ts';
export { ConfirmSignInResolver } from './step-up/confirm-sign-in.resolver.ts';
export { isFresh } from './step-up/fresh.ts';
export { ViewerResolver } from './viewer.resolver.ts';
export { Viewer } from './viewer.type.ts';
