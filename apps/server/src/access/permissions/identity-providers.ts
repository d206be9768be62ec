import { isSignedIn, isSignedInFreshly } from '../predicates.ts';
import { anyone, asItsParent, type PermissionMap } from './permission-map.ts';

/** Signing in through others who know somebody. Which there are stands on every sign-in page. */
export const identityProviderPermissions: PermissionMap = {
  Query: { nationalSignIn: anyone, organisationSignIns: anyone },
  Mutation: {
    linkSignIn: isSignedInFreshly,
    unlinkSignIn: isSignedInFreshly,
    // It is how somebody becomes fresh.
    beginSignInAgain: isSignedIn,
  },
  SignInProvider: asItsParent,
  SignInToLink: asItsParent,
  SignInAgain: asItsParent,
  SignInUnlinked: asItsParent,
  LastWayIn: asItsParent,
};
