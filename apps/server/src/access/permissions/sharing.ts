import { isACarer, isThePatient } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/** Who gives whom access: the patient alone; a carer may leave. */
export const sharingPermissions: PermissionMap = {
  Mutation: {
    shareWithTeam: isThePatient,
    changeSharing: isThePatient,
    stopSharing: isThePatient,
    inviteCarer: isThePatient,
    withdrawInvitation: isThePatient,
    leaveRecord: isACarer,
  },
  Sharing: isThePatient,
  Grant: asItsParent,
  Grantee: asItsParent,
  GrantVersion: isThePatient,
  GrantVersionConnection: isThePatient,
  Carer: isThePatient,
  CarerInvitation: isThePatient,
  SharingChanged: asItsParent,
  CarerInvited: asItsParent,
  AlreadyCaring: asItsParent,
};
