export {
  CarerInvitedResolver,
  InvitationResolver,
  InvitationUnusable,
  invitationUnusable,
  PasswordUnsuitable,
  passwordUnsuitable,
} from './invitation.resolver.ts';
export { acceptInvitation } from './invitation.service.ts';
export { invite } from './invite-carer.service.ts';
export { inviteToRecord } from './invite-to-record.ts';
export { makeLetter } from './make-letter.ts';
export { sealInvited } from './sealed-email.ts';
