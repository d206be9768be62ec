import { isACarerOrStaff, isSignedIn, isStaff, isThePatient } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/**
 * Who gives whom access: the patient, and whoever manages sharing through a grant of their own: which one, and how much of
 * it, is judged where it is locked (`heldwell.giving_through`), and by the policies of `consent_grant`.
 */
export const sharingPermissions: PermissionMap = {
  Mutation: {
    shareWithTeam: isSignedIn,
    shareWithOrganisation: isSignedIn,
    shareEntry: isSignedIn,
    changeSharing: isSignedIn,
    stopSharing: isSignedIn,
    renewSharing: isThePatient,
    stopAllSharing: isThePatient,
    resumeSharing: isThePatient,
    setEmergencyAccess: isThePatient,
    decideOnResearch: isThePatient,
    keepSharing: isThePatient,
    dischargePatient: isStaff,
    inviteCarer: isSignedIn,
    inviteProfessional: isSignedIn,
    withdrawInvitation: isSignedIn,
    leaveRecord: isACarerOrStaff,
    openInEmergency: isStaff,
    askForAccess: isStaff,
    askForMore: isACarerOrStaff,
    answerAccessRequest: isThePatient,
  },
  Sharing: isThePatient,
  SharingStop: isThePatient,
  Study: isThePatient,
  Grant: asItsParent,
  Grantee: asItsParent,
  GrantVersion: isThePatient,
  GrantVersionConnection: isThePatient,
  Receipt: asItsParent,
  Carer: isThePatient,
  CarerInvitation: asItsParent,
  SharingChanged: asItsParent,
  SharingRefused: asItsParent,
  AllSharingChanged: asItsParent,
  OpenedInEmergency: asItsParent,
  NoSuchRecord: asItsParent,
  ClosedToEmergencies: asItsParent,
  ConfirmPasswordFirst: asItsParent,
  AccessAskedFor: asItsParent,
  AccessRequest: isThePatient,
  AccessRequestAnswered: isThePatient,
  CarerInvited: asItsParent,
  AlreadyCaring: asItsParent,
};
