export { CarerInvitedResolver, InvitationResolver } from './invitation.resolver.ts';
export { acceptInvitation } from './invitation.service.ts';
export { INVITATION_DAYS, inviteCarer } from './invite-carer.service.ts';
export { inviteToRecord } from './invite-to-record.ts';
