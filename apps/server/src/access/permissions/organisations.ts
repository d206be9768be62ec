import { isStaff, isStaffFreshly } from '../predicates.ts';
import { anyone, asItsParent, type PermissionMap } from './permission-map.ts';

/**
 * Who runs an organisation or a team; which, is judged by `heldwell.viewer_administered` and `heldwell.viewer_run_teams`.
 * No office gives any reading of a record.
 */
export const organisationPermissions: PermissionMap = {
  Query: { staffOrganisation: isStaff, staffTeam: isStaff, staffInvitation: anyone },
  Mutation: {
    createTeam: isStaff,
    changeTeam: isStaff,
    setJoinCode: isStaff,
    changeOrganisation: isStaff,
    setLogo: isStaff,
    inviteStaff: isStaff,
    withdrawStaffInvitation: isStaff,
    changeMember: isStaff,
    removeMember: isStaff,
    giveOffice: isStaff,
    endOffice: isStaff,
    acceptStaffInvitation: anyone,
    acceptStaffInvitationSignedIn: isStaffFreshly,
  },
  StaffOrganisation: asItsParent,
  StaffTeam: asItsParent,
  StaffMember: asItsParent,
  StaffOfficer: asItsParent,
  StaffInvitation: asItsParent,
  OfficeChange: asItsParent,
  OfficeChangeConnection: asItsParent,
  OfficeActDone: asItsParent,
  OfficeActRefused: asItsParent,
  OpenStaffInvitation: asItsParent,
  StaffInvitationAccepted: asItsParent,
};

/**
 * The front desk: registering, inviting, vouching. For a team of the viewer's own, and a record that team sees; judged where it
 * is done (`actingFor`, `heldwell.front_desk_record`). Whose record it is, and that its person has died or left, is for those who
 * lead a team (`heldwell.viewer_led_teams`).
 */
export const frontDeskPermissions: PermissionMap = {
  Query: { registration: isStaff, registrationsWaiting: isStaff },
  Mutation: {
    registerPatient: isStaff,
    setRegistrationAside: isStaff,
    vouchForIdentity: isStaff,
    inviteToTakeUp: isStaff,
    makeLetters: isStaff,
    inviteMany: isStaff,
    settleMatch: isStaffFreshly,
    recordDeath: isStaffFreshly,
    takeBackDeath: isStaffFreshly,
    closeForPatient: isStaffFreshly,
    reopenForPatient: isStaffFreshly,
  },
  MatchCase: asItsParent,
  MatchSettled: asItsParent,
  ClosedRecord: asItsParent,
  Registration: asItsParent,
  TakingUp: asItsParent,
  DocumentCheck: asItsParent,
  TakeUpInvitation: asItsParent,
  TakeUpLetter: asItsParent,
  Letterhead: asItsParent,
  LettersMade: asItsParent,
  PatientRegistered: asItsParent,
  FrontDeskDone: asItsParent,
  FrontDeskRefused: asItsParent,
  BulkInvitations: asItsParent,
  BulkRow: asItsParent,
};
