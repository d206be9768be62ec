import { isSignedIn, isStaff, isThePatient, isThePatientFreshly, readsALog } from '../predicates.ts';
import { asItsParent, type PermissionMap } from './permission-map.ts';

/**
 * Who looked, and questions about it. The log and its chain are the patient's; a carer whom they let see who looked reads
 * of the log what is about what they may see themself, without its chain; a privacy officer sees a question to
 * their organisation and the one entry it is about, by `heldwell.viewer_privacy_offices`.
 */
export const accessLogPermissions: PermissionMap = {
  Mutation: { questionAccess: isThePatient, answerAccessQuestion: isStaff },
  PatientRecord: {
    accessLog: readsALog,
    // Handed over whole: to keep, and to check elsewhere.
    accessLogChain: isThePatientFreshly,
    accessLogHead: isThePatient,
    accessLogParties: readsALog,
  },
  AccessLogConnection: asItsParent,
  AccessLogEntry: asItsParent,
  AccessLogPlace: isThePatient,
  AccessLogHead: isThePatient,
  AccessLogParty: asItsParent,
  AccessQuestion: asItsParent,
  AccessQuestionConnection: asItsParent,
  AccessQuestioned: asItsParent,
  AccessQuestionAnswered: isSignedIn,
};
