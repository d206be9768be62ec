import { isAPartner, isThePatient } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** Partners’ apps: what they ask people for, and what is shared with them. */
export const partnerPermissions: PermissionMap = {
  Query: { appRequest: isThePatient, sharedRecords: isAPartner },
  Mutation: { allowApp: isThePatient, refuseApp: isThePatient },
  AppRequest: asItsParent,
  AppAnswered: asItsParent,
  AppRequestOver: asItsParent,
};
