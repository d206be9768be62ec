import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import {
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWTHeaderParameters,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';

/** What a good identity token holds, before a test forges it. */
export interface Draft {
  header: JWTHeaderParameters & { kid?: string };
  payload: JWTPayload & Record<string, unknown>;
  key: KeyObject;
}

/** Makes the token of a sign-in, good or forged. */
export type Issue = (draft: Draft) => string | Promise<string>;

export const sign: Issue = ({ header, payload, key }) =>
  new SignJWT(payload).setProtectedHeader(header).sign(key);
export const rsaKey = (): { publicKey: KeyObject; privateKey: KeyObject } =>
  generateKeyPairSync('rsa', { modulusLength: 2048 });

interface Known {
  issue: Issue;
  nonce: string;
  challenge: string;
}

/** A provider in this process that says what a test wants it to say. It checks its client as a real one does. */
export class ForgingProvider {
  readonly issuer: string;
  readonly clientId = 'heldwell-test';
  keys = [{ kid: 'first', ...rsaKey() }];
  /** Claims of the good token. */
  claims: Record<string, unknown> = {};
  /** What the person's details are asked to be; the token's own claims where nothing is chosen. */
  userinfo: Record<string, unknown> | null = null;
  /** How often it was asked for its keys. */
  asked = 0;
  private readonly codes = new Map<string, Known>();
  private readonly clientKeys: () => Promise<JSONWebKeySet>;

  constructor(issuer: string, clientKeys: () => Promise<JSONWebKeySet>) {
    this.issuer = issuer;
    this.clientKeys = clientKeys;
  }

  /** As a browser comes away from it: a code for the sign-in that this address began. */
  codeFor(address: string, issue: Issue = sign): { code: string; state: string } {
    const asked = new URL(address).searchParams;
    const code = randomUUID();
    const nonce = asked.get('nonce') ?? '';
    this.codes.set(code, { issue, nonce, challenge: asked.get('code_challenge') ?? '' });
    return { code, state: asked.get('state') ?? '' };
  }

  /** Takes the place of the network. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.origin !== this.issuer) throw new Error(`Nobody is at ${url.origin}.`);
    if (url.pathname === '/.well-known/openid-configuration') return Response.json(this.metadata());
    if (url.pathname === '/jwks') {
      this.asked += 1;
      return Response.json({
        keys: this.keys.map(({ kid, publicKey }) => ({
          ...publicKey.export({ format: 'jwk' }),
          kid,
          use: 'sig',
        })),
      });
    }
    if (url.pathname === '/token') return this.token(new URLSearchParams(String(init?.body)));
    if (url.pathname === '/userinfo') return Response.json(this.userinfo ?? { sub: this.claims.sub });
    return new Response('', { status: 404 });
  };

  private metadata(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS512'],
      subject_types_supported: ['public'],
    };
  }

  private async token(form: URLSearchParams): Promise<Response> {
    const known = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const keys = createLocalJWKSet(await this.clientKeys());
    await jwtVerify(form.get('client_assertion') ?? '', keys, {
      algorithms: ['RS512'],
      issuer: this.clientId,
      subject: this.clientId,
      audience: `${this.issuer}/token`,
    });
    const verified = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!known || known.challenge !== verified)
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const [key] = this.keys;
    if (!key) throw new Error('The provider has no key.');
    const now = Math.floor(Date.now() / 1000);
    const id_token = await known.issue({
      header: { alg: 'RS512', kid: key.kid, typ: 'JWT' },
      payload: {
        ...{ iss: this.issuer, aud: this.clientId, iat: now, exp: now + 300, nonce: known.nonce },
        ...this.claims,
      },
      key: key.privateKey,
    });
    return Response.json({ access_token: randomUUID(), token_type: 'Bearer', expires_in: 300, id_token });
  }
}
