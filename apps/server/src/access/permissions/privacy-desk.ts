import { isStaff } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** What a privacy officer does; which office the viewer holds is judged by `heldwell.viewer_privacy_offices`. */
export const privacyDeskPermissions: PermissionMap = {
  Query: { privacyDesk: isStaff },
  Mutation: {
    freezeRecord: isStaff,
    confirmFreeze: isStaff,
    freezePerson: isStaff,
    liftFreeze: isStaff,
    giveCourtOrder: isStaff,
    endCourtOrder: isStaff,
    reviewEmergency: isStaff,
  },
  PrivacyDesk: asItsParent,
  EmergencyAccess: asItsParent,
  EmergencyAccessConnection: asItsParent,
  Freeze: asItsParent,
  CourtOrder: asItsParent,
  DeskPerson: asItsParent,
};
