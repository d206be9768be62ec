import { createHash, generateKeyPairSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { effectiveLabels, giveGrant, type PrivacyLabel } from '../../src/features/consent/index.ts';
import { ensurePartner, type NewPartner } from '../../src/features/partners/index.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import type { MadePatient } from './a-patient.ts';
import { runsOf } from './sealed.ts';

export const CALLBACK = 'https://app.example/back';
const ISSUER = 'http://localhost:4000';

/** A partner as its own program: it proves itself, asks for tokens and reads with them. */
export class MadePartner {
  readonly id: string;
  readonly name: string;
  private readonly url: string;
  private readonly key: KeyObject;

  constructor({ id, name, url, key }: { id: string; name: string; url: string; key: KeyObject }) {
    this.id = id;
    this.name = name;
    this.url = url;
    this.key = key;
  }

  /** A good assertion, with these changes. */
  assertion(change: JWTPayload = {}, { alg = 'ES256', key = this.key } = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const good = { iss: this.id, sub: this.id, aud: ISSUER, jti: randomUUID(), iat: now, exp: now + 60 };
    return new SignJWT({ ...good, ...change }).setProtectedHeader({ alg, kid: 'partner' }).sign(key);
  }

  /** Posts a form to a door of OAuth's. */
  async post(
    door: 'token' | 'revoke' | 'introspect',
    form: Record<string, string>,
  ): Promise<{ status: number; body: Record<string, string> }> {
    const response = await fetch(`${this.url}/oauth/${door}`, {
      method: 'POST',
      body: new URLSearchParams({
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: form.client_assertion ?? (await this.assertion()),
        ...form,
      }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, string> };
  }

  /** A token for itself. */
  async token(scope?: string): Promise<string> {
    const { body } = await this.post('token', { grant_type: 'client_credentials', ...(scope && { scope }) });
    return body.access_token ?? '';
  }

  /** Asks GraphQL with a token. */
  async ask(token: string, query: string, variables: object = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as ReturnType<typeof JSON.parse>;
  }
}

/** A partner that may ask for everything, with a key of its own. */
export async function aPartner(
  { db, url }: { db: TestDatabase; url: string },
  chosen: Partial<NewPartner> = {},
): Promise<MadePartner> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = chosen.name ?? 'Northlight';
  const id = await ensurePartner(runsOf(db), {
    name,
    organisationName: 'Northlight Apps',
    purpose: 'Reminds you of appointments.',
    keys: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'partner' }] } as NewPartner['keys'],
    redirectUris: [CALLBACK],
    scopes: ['read:GENERAL', 'read:MENTAL_HEALTH', 'read:SEXUAL_HEALTH', 'read:SOCIAL_CARE'],
    actsAlone: true,
    ...chosen,
  });
  return new MadePartner({ id, name, url, key: privateKey });
}

/** The patient shares labels with the partner's app; the id of the grant. */
export function sharedWithApp(
  db: TestDatabase,
  { patient, partner, labels }: { patient: MadePatient; partner: MadePartner; labels: PrivacyLabel[] },
): Promise<string> {
  return giveGrant(
    runsOf(db),
    {
      patient_id: patient.id,
      grantee_kind: 'APP',
      grantee_id: partner.id,
      grantee_name: partner.name,
      labels: effectiveLabels(labels),
      rights: ['SEE'],
      thread_id: null,
      basis: 'PATIENT_CHOICE',
      valid_until: null,
    },
    { name: 'Jo Patient', personId: patient.personId },
  );
}

/** A proof key and its challenge (PKCE). */
export function proofKey(): { verifier: string; challenge: string } {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}
