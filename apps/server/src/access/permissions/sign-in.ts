import { isSignedIn } from '../predicates.ts';
import { anyone, asItsParent, type PermissionMap } from './permission-map.ts';

/** Getting in and out. */
export const signInPermissions: PermissionMap = {
  Query: { viewer: anyone },
  Mutation: { signIn: anyone, signOut: anyone },
  Viewer: isSignedIn,
  Person: asItsParent,
  SignedIn: asItsParent,
  SignInRefused: asItsParent,
  TooManyAttempts: asItsParent,
};
