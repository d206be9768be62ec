import { createRemoteJWKSet, type JWTVerifyGetKey, customFetch as joseFetch } from 'jose';
import * as oidc from 'openid-client';
import type { ProviderSettings } from '../../../platform/provider-settings.ts';
import { signingKey } from './client-key.ts';
import type { Provider } from './provider.ts';

/** A provider as it says of itself, and its keys. */
export interface KnownProvider {
  configuration: oidc.Configuration;
  keys: JWTVerifyGetKey;
}

/** How long what a provider says of itself counts, and how often at most an unknown key makes us look again. */
const KEPT_MS = 10 * 60_000;
const LOOK_AGAIN_MS = 30_000;
const PATIENCE_SECONDS = 10;

const isDemo = (settings: ProviderSettings, issuer: string): boolean =>
  settings.demoIssuers !== null && issuer.startsWith(settings.demoIssuers);

/** What providers say of themselves, asked once in a while. What failed is not kept. */
export class ProviderClients {
  private readonly known = new Map<string, { from: number; client: Promise<KnownProvider> }>();
  private readonly settings: ProviderSettings;

  constructor(settings: ProviderSettings) {
    this.settings = settings;
  }

  /** @throws Error when the provider does not answer, or says it is another. */
  of(provider: Provider): Promise<KnownProvider> {
    const name = `${provider.issuer} ${provider.clientId}`;
    const kept = this.known.get(name);
    if (kept && Date.now() - kept.from < KEPT_MS) return kept.client;
    const client = discover(this.settings, provider);
    this.known.set(name, { from: Date.now(), client });
    client.catch(() => this.known.delete(name));
    return client;
  }
}

async function discover(settings: ProviderSettings, provider: Provider): Promise<KnownProvider> {
  const { issuer, clientId, signedWith } = provider;
  // The audience national sign-ins ask for is the place the assertion is sent to.
  const proof = oidc.PrivateKeyJwt(await signingKey(settings), {
    [oidc.modifyAssertion]: (_header, payload) => {
      payload.aud = configuration.serverMetadata().token_endpoint ?? issuer;
    },
  });
  const configuration: oidc.Configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: signedWith },
    proof,
    {
      [oidc.customFetch]: settings.fetch as oidc.CustomFetch,
      timeout: PATIENCE_SECONDS,
      ...(isDemo(settings, issuer) && { execute: [oidc.allowInsecureRequests] }),
    },
  );
  const { jwks_uri: place } = configuration.serverMetadata();
  if (!place) throw new Error('The provider does not say where its keys are.');
  const keys = createRemoteJWKSet(new URL(place), {
    [joseFetch]: settings.fetch,
    cooldownDuration: LOOK_AGAIN_MS,
    cacheMaxAge: KEPT_MS,
    timeoutDuration: PATIENCE_SECONDS * 1000,
  });
  return { configuration, keys };
}
