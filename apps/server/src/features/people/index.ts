import './caseload.reading.ts';
import './emergency-contact.reading.ts';

export { CaseloadResolver, PatientRecordConnection } from './caseload.resolver.ts';
export { fillBlanks, makeRecord, type RegisteredPerson } from './make-record.ts';
export { readNhsNumber } from './nhs-number.ts';
export { openedRecord } from './opened-record.ts';
export { mayKnow, ownRecord, recordById, recordsCaredFor } from './patient-record.reading.ts';
export { PatientRecord } from './patient-record.type.ts';
export { isSameName } from './same-name.ts';
export { sealContact } from './sealed-contact.ts';
export {
  type IdentityDetails,
  NO_DETAILS,
  nhsNumberHash,
  openDetails,
  sealDetails,
} from './sealed-identity.ts';
export { isAnythingShared, recordsSharedWithViewer } from './shared-records.reading.ts';
