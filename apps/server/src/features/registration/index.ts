import './record-state.reading.ts';

export { isOldEnough } from './age.ts';
export { ClosingResolver } from './closing.resolver.ts';
export { emailCodeFits, useEmailProof } from './email-proof.ts';
export { JoinResolver, TeamJoinedResolver } from './join.resolver.ts';
export { beginRecord, type OwnRecord, ownRecordOf } from './own-record.ts';
export { RecordStateResolver, ViewerStateResolver } from './record-state.resolver.ts';
export { IdentityCheckedBy } from './record-state.type.ts';
export { EmailProofInput } from './registration.inputs.ts';
export { RegistrationResolver } from './registration.resolver.ts';
export {
  EmailCodeWrong,
  emailCodeWrong,
  PasswordUnsuitable,
  passwordUnsuitable,
  Under16,
  under16,
} from './registration.results.ts';
export { type MatchReason, takeUpRecord, writeCheck } from './take-up-record.ts';
export { verifyIdentity } from './verify-identity.ts';
