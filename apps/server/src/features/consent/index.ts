import './grant.reading.ts';
import './sharing.reading.ts';

export { GranteeKind, PrivacyLabel, RecordAccess, Right } from './consent-enums.ts';
export { giveDirectCare } from './direct-care.ts';
export { Grant, Grantee, GrantVersion } from './grant.type.ts';
export {
  CHOSEN_LABELS,
  changeGrant,
  effectiveLabels,
  type Giver,
  type GrantRow,
  type GrantTerms,
  giveGrant,
  lockGrant,
  type NewGrant,
  publishAccessChange,
  type Runs,
  sealReason,
  signGiven,
} from './grants.ts';
export { held, heldSigned, maySeeEntry, maySeeThread, notWithheld, opensThread } from './held.ts';
export { receiptRow } from './receipt.reading.ts';
export { Receipt } from './receipt.type.ts';
export { keepsEntry, seenLabels, seenThreads, seesEntry, summaryLabels } from './seen.ts';
export { isOpen, isUndecided } from './sharing.reading.ts';
export { Carer, CarerInvitation, Sharing, SharingStop } from './sharing.type.ts';
