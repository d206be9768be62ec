export { BulkInvitations } from './bulk.type.ts';
export { inviteMany } from './invite-many.ts';
