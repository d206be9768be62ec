import { isSignedIn } from '../predicates.ts';
import { anyone, asItsParent, type PermissionMap } from './permission-map.ts';

/** Signing in through others who know somebody. Which there are stands on every sign-in page. */
export const identityProviderPermissions: PermissionMap = {
  Query: { nationalSignIn: anyone, organisationSignIns: anyone },
  Mutation: { linkSignIn: isSignedIn },
  SignInProvider: asItsParent,
  SignInToLink: asItsParent,
  PasswordNeeded: asItsParent,
};
