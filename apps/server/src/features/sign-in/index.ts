export { waitBefore } from './attempts.ts';
export { ConfirmPasswordResolver } from './confirm-password.ts';
export { emailHash, emailKey, openEmail, sealEmail } from './email.ts';
export { newPerson } from './new-person.ts';
export { hashPassword, passwordProblem } from './passwords.ts';
export { ensurePerson } from './person-set-up.ts';
export { enterSession, startSession } from './sessions.ts';
export { SignInResolver } from './sign-in.resolver.ts';
export {
  SignedIn,
  SignInRefused,
  signInRefused,
  TooManyAttempts,
  tooManyAttempts,
} from './sign-in.results.ts';
export { signIn } from './sign-in.service.ts';
export { ViewerResolver } from './viewer.resolver.ts';
export { Viewer } from './viewer.type.ts';
