export { CarerInvitedResolver, InvitationResolver } from './invitation.resolver.ts';
export { INVITATION_DAYS } from './invite-carer.service.ts';
