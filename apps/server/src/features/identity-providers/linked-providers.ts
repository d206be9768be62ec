import type { Context } from '../../platform/context.ts';
import { nationalProvider, type Provider, staffProviders } from './relying-party/provider.ts';

/** The providers that know who is signed in, as far as this installation still knows them. */
export async function linkedProviders({ services, scope }: Context): Promise<Provider[]> {
  const rows = await scope.query<{ issuer: string }>({
    name: 'linked_sign_ins',
    text: 'select issuer from heldwell.person_identity where person_id = heldwell.viewer_person()',
  });
  if (rows.length === 0) return [];
  const national = nationalProvider(services);
  const known = [...(national ? [national] : []), ...(await staffProviders(services))];
  const issuers = rows.map(({ issuer }) => issuer);
  return known.filter(({ issuer }) => issuers.includes(issuer));
}
