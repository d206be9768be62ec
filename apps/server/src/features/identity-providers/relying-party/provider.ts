import { asSystem } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import type { AppName } from '../../../platform/opened-session.ts';

/** Somebody people can be sent to who says who they are. */
export interface Provider {
  /** `national`, or the id of an organisation's. It stands in the address people come back to. */
  key: string;
  issuer: string;
  clientId: string;
  name: string;
  /** The one algorithm its identity tokens are signed with. */
  signedWith: string;
  /** What is known of an employer's claims; null for the national sign-in. */
  staff: StaffClaims | null;
}

/** How an organisation's claims are called, and what they stand for here. */
export interface StaffClaims {
  organisationId: string;
  ods: string;
  organisationName: string;
  organisationClaim: string;
  teamClaim: string;
  roleClaim: string;
  jobClaim: string;
  teamMap: Record<string, string>;
  roleMap: Record<string, string>;
}

export const NATIONAL = 'national';

/** The app its people sign in to. */
export const signsInTo = (provider: Provider): AppName => (provider.staff ? 'PROFESSIONAL' : 'PATIENT');

interface ProviderRow {
  id: string;
  issuer: string;
  client_id: string;
  name: string;
  signed_with: string;
  organisation_id: string;
  ods_code: string;
  organisation_name: string;
  organisation_claim: string;
  team_claim: string;
  role_claim: string;
  job_claim: string;
  team_map: Record<string, string>;
  role_map: Record<string, string>;
}

const COLUMNS = `p.id, p.issuer, p.client_id, p.name, p.signed_with, p.organisation_id, o.ods_code,
  o.name as organisation_name, p.organisation_claim, p.team_claim, p.role_claim, p.job_claim, p.team_map, p.role_map`;
const FROM = `from heldwell.identity_provider p join heldwell.organisation o on o.id = p.organisation_id
  where p.disabled_at is null`;

/** The national sign-in; null where this installation has none. */
export function nationalProvider({ providers }: Services): Provider | null {
  if (!providers?.national) return null;
  return { ...providers.national, key: NATIONAL, signedWith: 'RS512', staff: null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The provider of a key, where it is known and not switched off. */
export async function providerByKey(services: Services, key: string): Promise<Provider | null> {
  if (key === NATIONAL) return nationalProvider(services);
  if (!UUID.test(key)) return null;
  const [row] = await rowsOf(services, `select ${COLUMNS} ${FROM} and p.id = $1`, [key]);
  return row ? providerOf(row) : null;
}

/** Organisations' providers of an issuer. */
export async function providersOfIssuer(services: Services, issuer: string): Promise<Provider[]> {
  const rows = await rowsOf(services, `select ${COLUMNS} ${FROM} and p.issuer = $1 limit 50`, [issuer]);
  return rows.map(providerOf);
}

/** Every organisation staff can sign in through, by name. */
export async function staffProviders(services: Services): Promise<Provider[]> {
  const rows = await rowsOf(services, `select ${COLUMNS} ${FROM} order by o.name, p.name limit 500`, []);
  return rows.map(providerOf);
}

/** Where people come back to from a provider. */
export const returnAddress = (publicUrl: string, { key }: Pick<Provider, 'key'>): string =>
  `${publicUrl}/sign-in/callback/${key}`;

/** Every address an issuer may send people back to. */
export async function returnAddresses(
  services: Services,
  { publicUrl, issuer }: { publicUrl: string; issuer: string },
): Promise<string[]> {
  const national = nationalProvider(services);
  const known = [
    ...(national?.issuer === issuer ? [national] : []),
    ...(await providersOfIssuer(services, issuer)),
  ];
  return known.map((provider) => returnAddress(publicUrl, provider));
}

function rowsOf(services: Services, text: string, values: unknown[]): Promise<ProviderRow[]> {
  return asSystem(services.database, 'find how an organisation’s staff sign in', (manager) =>
    manager.query<ProviderRow[]>(text, values),
  );
}

const providerOf = (row: ProviderRow): Provider => ({
  key: row.id,
  issuer: row.issuer,
  clientId: row.client_id,
  name: row.name,
  signedWith: row.signed_with,
  staff: {
    organisationId: row.organisation_id,
    ods: row.ods_code,
    organisationName: row.organisation_name,
    organisationClaim: row.organisation_claim,
    teamClaim: row.team_claim,
    roleClaim: row.role_claim,
    jobClaim: row.job_claim,
    teamMap: row.team_map,
    roleMap: row.role_map,
  },
});
