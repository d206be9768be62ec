import './grant.reading.ts';

export { GranteeKind, PrivacyLabel, Right } from './consent-enums.ts';
export { giveDirectCare } from './direct-care.ts';
export { Carer, CarerInvitation, Grant, GrantVersion, Sharing } from './grant.type.ts';
export {
  CHOSEN_LABELS,
  changeGrant,
  effectiveLabels,
  type Giver,
  type GrantRow,
  giveGrant,
  lockGrant,
  publishAccessChange,
  type Runs,
} from './grants.ts';
export { held } from './held.ts';
export { seenLabels } from './seen-labels.ts';
