import './organisation.reading.ts';

export { Organisation } from './organisation.type.ts';
export {
  ensureMember,
  ensureOfficer,
  ensureOrganisation,
  ensureTeam,
  type OrganisationRow,
  organisationByCode,
  type TeamRow,
  teamByCode,
} from './set-up.ts';
export { ownTeams } from './team.reading.ts';
export { TeamResolver } from './team.resolver.ts';
export { Team } from './team.type.ts';
export { TeamRole } from './team-role.ts';
