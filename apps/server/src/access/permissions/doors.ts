import { isInThePatientApp, isSignedIn, isThePatient } from '../predicates.ts';
import { anyone, asItsParent, type PermissionMap } from './permission-map.ts';

/** Coming in: invitations, letters, join links, registering; and going. Before there is anybody, a secret is the key. */
export const doorsPermissions: PermissionMap = {
  Query: { invitation: anyone, registrationAge: anyone, joinOffer: anyone },
  Mutation: {
    acceptInvitation: anyone,
    acceptInvitationSignedIn: isSignedIn,
    askForNewLink: anyone,
    openLetter: anyone,
    acceptLetter: anyone,
    useLetter: isInThePatientApp,
    sendEmailCode: anyone,
    checkEmailCode: anyone,
    register: anyone,
    joinTeam: isThePatient,
    closeRecord: isThePatient,
    reopenRecord: isInThePatientApp,
  },
  Invitation: asItsParent,
  InvitationUnusable: asItsParent,
  InvitationForAnother: asItsParent,
  PasswordUnsuitable: asItsParent,
  Under16: asItsParent,
  Brand: asItsParent,
  LetterOpened: asItsParent,
  LetterRefused: asItsParent,
  RecordsToMatch: asItsParent,
  EmailCodeSent: asItsParent,
  EmailCodeRight: asItsParent,
  EmailCodeWrong: asItsParent,
  NoMailsHere: asItsParent,
  JoinOffer: asItsParent,
  TeamJoined: asItsParent,
  IdentityCheck: isThePatient,
};
