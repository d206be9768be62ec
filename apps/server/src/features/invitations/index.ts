export { acceptInvitation, acceptSignedIn } from './accept-invitation.service.ts';
export {
  InvitationForAnother,
  InvitationResolver,
  InvitationUnusable,
  invitationForAnother,
  invitationUnusable,
} from './invitation.resolver.ts';
export { invite } from './invite-carer.service.ts';
export { inviteToRecord } from './invite-to-record.ts';
export { CarerInvitedResolver, InvitingResolver } from './inviting.resolver.ts';
export { LetterResolver } from './letter.resolver.ts';
export { type LetterOutcome, makeLetter } from './make-letter.ts';
export { sealInvited } from './sealed-email.ts';
