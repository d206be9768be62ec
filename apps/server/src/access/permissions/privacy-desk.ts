import { isStaff, isStaffFreshly } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** What a privacy officer does; which office the viewer holds is judged by `heldwell.viewer_privacy_offices`. */
export const privacyDeskPermissions: PermissionMap = {
  Query: { privacyDesk: isStaff },
  Mutation: {
    freezeRecord: isStaffFreshly,
    confirmFreeze: isStaffFreshly,
    freezePerson: isStaffFreshly,
    liftFreeze: isStaffFreshly,
    giveCourtOrder: isStaffFreshly,
    endCourtOrder: isStaffFreshly,
    reviewEmergency: isStaff,
  },
  PrivacyDesk: asItsParent,
  EmergencyAccess: asItsParent,
  EmergencyAccessConnection: asItsParent,
  Freeze: asItsParent,
  CourtOrder: asItsParent,
  DeskPerson: asItsParent,
};
