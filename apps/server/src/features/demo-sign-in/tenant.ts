import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Configuration, JWK, Provider } from 'oidc-provider';
import { type Chosen, personClaims, staffClaims } from './answers.ts';
import { DEMO_CLIENT, DEMO_PATH, type DemoCast, demoIssuers } from './people.ts';

/** One stand-in: an issuer of its own, for people or for the staff of one organisation. */
export interface Tenant {
  name: string;
  issuer: string;
  provider: Provider;
  /** The organisation whose staff it knows; null for people. */
  organisation: { ods: string; name: string } | null;
  /** What was chosen of whom last; anybody may be anybody, and the choice is the demo's and not the person's. */
  chosen: Map<string, Chosen>;
}

export interface TenantSettings {
  publicUrl: string;
  cast: DemoCast;
  /** The keys Heldwell proves itself with. */
  clientKeys: { keys: object[] };
  /** Where an issuer sends people back to. */
  returnsOf(issuer: string): Promise<string[]>;
}

const newKeys = promisify(generateKeyPair);

/** Makes a stand-in; undefined where none is called that. */
export async function makeTenant(settings: TenantSettings, name: string): Promise<Tenant | undefined> {
  const { cast, publicUrl } = settings;
  const organisation = cast.organisations.find(({ ods }) => ods.toLowerCase() === name) ?? null;
  if (!organisation && name !== 'people') return undefined;
  const issuer = `${demoIssuers(publicUrl)}${name}`;
  // Only the demo loads it: in production there is no provider in the process.
  const { Provider, interactionPolicy } = await import('oidc-provider');
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy.get('login')?.checks.add(
    // A tester chooses anew each time; only who asks to be shown nothing is known again.
    new Check('choose', 'A made-up person is chosen each time.', (ctx) =>
      ctx.oidc.params?.prompt !== 'none' && !ctx.oidc.result?.login
        ? Check.REQUEST_PROMPT
        : Check.NO_NEED_TO_PROMPT,
    ),
  );
  const chosen = new Map<string, Chosen>();
  const alg = organisation ? 'RS256' : 'RS512';
  const provider = new Provider(issuer, {
    ...(await clientsOf(settings, issuer, alg)),
    ...claimsOf(settings, { issuer, isStaff: organisation !== null, chosen }),
    interactions: {
      policy,
      url: (_ctx, { uid }) => `${DEMO_PATH}/${name}/interaction/${uid}`,
    },
    ...MANNERS,
  });
  provider.proxy = true;
  return { name, issuer, provider, organisation, chosen };
}

async function clientsOf(
  settings: TenantSettings,
  issuer: string,
  alg: 'RS256' | 'RS512',
): Promise<Configuration> {
  const { privateKey } = await newKeys('rsa', { modulusLength: 2048 });
  const kid = randomBytes(8).toString('hex');
  return {
    jwks: { keys: [{ ...(privateKey.export({ format: 'jwk' }) as JWK), kid, alg, use: 'sig' }] },
    clients: [
      {
        client_id: DEMO_CLIENT,
        redirect_uris: await settings.returnsOf(issuer),
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'RS512',
        id_token_signed_response_alg: alg,
        // Its tokens say when somebody signed in, as those of most providers do.
        require_auth_time: true,
        jwks: settings.clientKeys as { keys: JWK[] },
      },
    ],
    cookies: { keys: [randomBytes(32).toString('hex')] },
  };
}

const PERSON_CLAIMS = [
  'vot',
  'vtm',
  'identity_proofing_level',
  'nhs_number',
  'birthdate',
  'family_name',
  'given_name',
];
const STAFF_CLAIMS = ['family_name', 'given_name', 'ods_code', 'teams', 'role', 'job_title'];

function claimsOf(
  { cast }: TenantSettings,
  { issuer, isStaff, chosen }: { issuer: string; isStaff: boolean; chosen: Tenant['chosen'] },
): Configuration {
  const choiceOf = (subject: string) => chosen.get(subject) ?? { level: 'P0', of: 'as_asked' };
  return {
    claims: {
      openid: ['sub', ...(isStaff ? STAFF_CLAIMS : PERSON_CLAIMS)],
      profile: [],
      profile_extended: [],
      email: ['email', 'email_verified'],
    },
    scopes: ['openid', 'profile', 'profile_extended', 'email'],
    findAccount: (_ctx, subject) => ({
      accountId: subject,
      claims: () =>
        isStaff
          ? staffClaims(cast.staff, { subject, ...choiceOf(subject) })
          : personClaims(cast.people, { subject, issuer, ...choiceOf(subject) }),
    }),
  };
}

/** As national sign-ins do it: codes with PKCE, claims in the identity token, no question about consent. */
const MANNERS: Configuration = {
  conformIdTokenClaims: false,
  extraParams: ['vtr'],
  responseTypes: ['code'],
  clientAuthMethods: ['private_key_jwt'],
  enabledJWA: { idTokenSigningAlgValues: ['RS256', 'RS512'], clientAuthSigningAlgValues: ['RS512'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
  ttl: {
    AuthorizationCode: 60,
    AccessToken: 300,
    IdToken: 300,
    Interaction: 900,
    Session: 8 * 3600,
    Grant: 8 * 3600,
  },
  loadExistingGrant: async (ctx) => {
    const { client, session, params, provider } = ctx.oidc;
    const grant = new provider.Grant({
      clientId: client?.clientId ?? '',
      accountId: session?.accountId ?? '',
    });
    grant.addOIDCScope(String(params?.scope ?? 'openid'));
    await grant.save();
    return grant;
  },
  renderError: (ctx, out) => {
    ctx.type = 'text/plain; charset=utf-8';
    ctx.body = `Demo sign-in could not go on: ${out.error}. Go back to Heldwell and start again.`;
  },
};
