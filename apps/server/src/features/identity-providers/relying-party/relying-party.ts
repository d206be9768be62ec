import * as oidc from 'openid-client';
import type { Services } from '../../../platform/context.ts';
import type { ProviderSettings } from '../../../platform/provider-settings.ts';
import { checkIdToken, type IdClaims, signedInDuring } from './check-id-token.ts';
import { ProviderClients } from './client-of.ts';
import { type Provider, returnAddress } from './provider.ts';
import { noteLeaving, secretsOf, type UnderWay, type Leaving as Way } from './under-way.ts';
import { vectorsAskedFor } from './vectors-of-trust.ts';

/** What a provider said of the person who signed in there. */
export interface Said {
  claims: IdClaims;
  /** What was asked of how surely it knows them; empty where nothing was. */
  asked: readonly string[];
  /** Whether they signed in there on this way out, as the token says; false where it knew them from before, or says nothing. */
  justNow: boolean;
}

interface Leaving {
  /** The secret of the browser's own cookie. */
  browser: string;
  provider: Provider;
  way: Omit<Way, 'provider'>;
  /** Whom the provider should expect. */
  loginHint?: string | undefined;
}

/** Sends people to providers and reads what they come back with. */
export class RelyingParty {
  private readonly services: Services;
  private readonly settings: ProviderSettings;
  private readonly clients: ProviderClients;

  constructor(services: Services, settings: ProviderSettings) {
    this.services = services;
    this.settings = settings;
    this.clients = new ProviderClients(settings);
  }

  /** Where the browser goes to sign in. */
  async leave({ browser, provider, way, loginHint }: Leaving): Promise<URL> {
    const { configuration } = await this.clients.of(provider);
    const state = await noteLeaving(this.services, browser, { ...way, provider: provider.key });
    const { nonce, verifier } = secretsOf(this.services, state);
    const asked = vectorsOf(provider, way);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returnAddress(provider),
      scope: provider.staff ? 'openid profile email' : 'openid profile email profile_extended',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(asked.length > 0 && { vtr: JSON.stringify(asked) }),
      ...(way.silent && { prompt: 'none' }),
      // Who links an identity says there who they are, whoever used this browser before.
      ...(way.linkingPersonId && { prompt: 'login' }),
      // Who shows again that it is them signs in there anew, and the provider says when they did (`auth_time`).
      ...(way.confirmingSessionId && { prompt: 'login', max_age: '0' }),
      ...(loginHint && { login_hint: loginHint }),
    });
  }

  /**
   * Exchanges the code for an identity token and checks it whole.
   * @throws Error where anything is not as it should be.
   */
  async read(provider: Provider, underWay: UnderWay, query: URLSearchParams): Promise<Said> {
    const { configuration, keys } = await this.clients.of(provider);
    const state = query.get('state') ?? '';
    const { nonce, verifier } = secretsOf(this.services, state);
    const address = new URL(`${this.returnAddress(provider)}?${query}`);
    const tokens = await oidc.authorizationCodeGrant(configuration, address, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const now = new Date();
    const signedInSince = underWay.confirming ? underWay.startedAt : undefined;
    const checked = await checkIdToken(tokens.id_token ?? '', { provider, nonce, now, keys, signedInSince });
    const asked = vectorsOf(provider, underWay);
    const justNow = !underWay.silent && signedInDuring(checked, { from: underWay.startedAt, to: now });
    if (!configuration.serverMetadata().userinfo_endpoint) return { claims: checked, asked, justNow };
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, checked.sub);
    // What is signed goes before what is only told.
    return { claims: { ...more, ...checked }, asked, justNow };
  }

  private returnAddress(provider: Provider): string {
    return returnAddress(this.settings.publicUrl, provider);
  }
}

/** A record asks for P9; whoever is linked already may come back with less. */
function vectorsOf(provider: Provider, { linkingPersonId }: Pick<Way, 'linkingPersonId'>): string[] {
  if (provider.staff) return [];
  return vectorsAskedFor(linkingPersonId ? ['P9'] : ['P9', 'P5']);
}
