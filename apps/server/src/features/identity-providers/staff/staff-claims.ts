import { listOf, wordsOf } from '../claims.ts';
import type { StaffClaims } from '../relying-party/provider.ts';

export type TeamRole = 'MEMBER' | 'COORDINATOR' | 'MANAGER';
const ROLES: readonly TeamRole[] = ['MEMBER', 'COORDINATOR', 'MANAGER'];

/** What an employer says of one of its staff. */
export interface StaffMember {
  givenName: string;
  familyName: string;
  email: string | null;
  /** Codes of the teams they work in, as they are called here. */
  teams: string[];
  role: TeamRole;
  jobTitle: string | null;
}

/** Only what is written in a map itself counts, and nothing it inherits. */
const mapped = (map: Record<string, string>, said: string): string =>
  (Object.hasOwn(map, said) && map[said]) || said;

/** Reads an employer's claims by their names there; null where they are of another organisation, or name nobody. */
export function staffMember(
  claims: Readonly<Record<string, unknown>>,
  known: StaffClaims,
): StaffMember | 'OTHER_ORGANISATION' | null {
  const organisations = listOf(claims[known.organisationClaim]).map((code) => code.toUpperCase());
  if (!organisations.includes(known.ods)) return 'OTHER_ORGANISATION';
  const [first = '', ...rest] = (wordsOf(claims.name) ?? '').split(/\s+/);
  const givenName = wordsOf(claims.given_name) ?? first;
  const familyName = wordsOf(claims.family_name) ?? rest.join(' ');
  if (!familyName) return null;
  const email = wordsOf(claims.email);
  const roles = listOf(claims[known.roleClaim]).map((role) => mapped(known.roleMap, role));
  return {
    givenName,
    familyName,
    email: email && /^[^\s@]+@[^\s@]+$/.test(email) ? email : null,
    teams: [...new Set(listOf(claims[known.teamClaim]).map((team) => mapped(known.teamMap, team)))],
    // The highest that is named and known here; a word that stands for none gives none.
    role: ROLES.findLast((role) => roles.includes(role)) ?? 'MEMBER',
    jobTitle: wordsOf(claims[known.jobClaim]),
  };
}
