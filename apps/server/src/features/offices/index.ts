export {
  OfficeResolver,
  StaffOrganisationFieldsResolver,
  StaffTeamFieldsResolver,
  ViewerOfficesResolver,
} from './office.resolver.ts';
export { StaffInvitationResolver, StaffResolver } from './staff.resolver.ts';
export { inviteAdministrator } from './staff-invitations.service.ts';
