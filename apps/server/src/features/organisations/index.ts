export { BRAND_SQL, Brand, type BrandRow, brandOf } from './brand.type.ts';

import './organisation.reading.ts';

export { Organisation } from './organisation.type.ts';
export {
  ensureMember,
  ensureOfficer,
  ensureOrganisation,
  ensureTeam,
  greetAs,
  type OrganisationRow,
  organisationByCode,
  type TeamRow,
  teamByCode,
} from './set-up.ts';
export { ownTeams } from './team.reading.ts';
export { TeamResolver } from './team.resolver.ts';
export { Team } from './team.type.ts';
export { TeamRole } from './team-role.ts';
