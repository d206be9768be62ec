import { isSignedIn, isStaff, isThePatient, isThePatientFreshly } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/**
 * Who looked, and questions about it. The log and its chain are the patient's; a privacy officer sees a question to
 * their organisation and the one entry it is about, by `heldwell.viewer_privacy_offices`.
 */
export const accessLogPermissions: PermissionMap = {
  Mutation: { questionAccess: isThePatient, answerAccessQuestion: isStaff },
  PatientRecord: {
    accessLog: isThePatient,
    // Handed over whole: to keep, and to check elsewhere.
    accessLogChain: isThePatientFreshly,
    accessLogHead: isThePatient,
    accessLogParties: isThePatient,
  },
  AccessLogConnection: isThePatient,
  AccessLogEntry: asItsParent,
  AccessLogPlace: isThePatient,
  AccessLogHead: isThePatient,
  AccessLogParty: isThePatient,
  AccessQuestion: asItsParent,
  AccessQuestionConnection: asItsParent,
  AccessQuestioned: asItsParent,
  AccessQuestionAnswered: isSignedIn,
};
