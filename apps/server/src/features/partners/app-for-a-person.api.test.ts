import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  aPartner,
  CALLBACK,
  type MadePartner,
  proofKey,
  sharedWithApp,
} from '../../../test/builders/a-partner.ts';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aSignInServer, PUBLIC_URL } from '../../../test/harness/a-sign-in-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';

let server: Awaited<ReturnType<typeof aSignInServer>>;
let partner: MadePartner;
let patient: MadePatient;
let owner: AppClient;
beforeAll(async () => {
  server = await aSignInServer();
  partner = await aPartner(server, { actsAlone: false });
});
beforeEach(async () => {
  await server.db.rows('delete from heldwell.attempt');
  patient = await aPatient(server.db)
    .withEntry({ label: 'GENERAL' })
    .withEntry({ label: 'MENTAL_HEALTH' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
});

const asked = (challenge: string, more: Record<string, string> = {}) =>
  new URLSearchParams({
    ...{ response_type: 'code', client_id: partner.id, redirect_uri: CALLBACK, state: 'its-own' },
    ...{ code_challenge: challenge, code_challenge_method: 'S256', scope: 'read:GENERAL read:MENTAL_HEALTH' },
    ...more,
  });
async function authorize(query: URLSearchParams): Promise<string> {
  const response = await fetch(`${server.url}/oauth/authorize?${query}`, { redirect: 'manual' });
  return response.headers.get('location') ?? '';
}
const ALLOW = `mutation ($input: AllowAppInput!) { allowApp(input: $input) { __typename ... on AppAnswered { address } } }`;

/** The person says yes; the code and where they went. */
async function allowed(challenge: string, labels = ['GENERAL']): Promise<{ code: string; address: URL }> {
  const request = (await authorize(asked(challenge))).split('/').at(-1);
  const { allowApp } = await owner.graphql(ALLOW, { input: { request, labels } });
  const address = new URL(allowApp.address);
  return { code: address.searchParams.get('code') ?? '', address };
}
const exchange = (code: string, verifier: string, more: Record<string, string> = {}) =>
  partner.post('token', {
    ...{ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: CALLBACK },
    ...more,
  });
const READ = '{ sharedRecords { nodes { id timeline(first: 5) { nodes { label } } } } }';
const isGood = async (token = '') => (await partner.ask(token, READ)).errors === undefined;

describe('an app that acts for a person', () => {
  it('asks in its own words, gets what was ticked as a grant under Sharing, and reads that record alone', async () => {
    const { verifier, challenge } = proofKey();
    const place = await authorize(asked(challenge));
    expect(place).toMatch(/^\/patient\/allow\/[0-9a-f-]{36}$/);
    const request = place.split('/').at(-1);
    const query = `query ($id: ID!) { appRequest(id: $id) { appName organisationName purpose labels } }`;
    expect((await owner.graphql(query, { id: request })).appRequest).toEqual({
      ...{
        appName: 'Northlight',
        organisationName: 'Northlight Apps',
        purpose: 'Reminds you of appointments.',
      },
      labels: ['GENERAL', 'MENTAL_HEALTH'],
    });
    const { allowApp } = await owner.graphql(ALLOW, {
      input: { request, labels: ['GENERAL', 'SOCIAL_CARE'] },
    });
    const address = new URL(allowApp.address);
    expect(`${address.origin}${address.pathname}`).toBe(CALLBACK);
    expect(address.searchParams.get('state')).toBe('its-own');
    expect(address.searchParams.get('iss')).toBe(PUBLIC_URL);
    // It answers once.
    expect(
      (await owner.graphql(ALLOW, { input: { request, labels: ['GENERAL'] } })).allowApp.__typename,
    ).toBe('AppRequestOver');
    const { body } = await exchange(address.searchParams.get('code') ?? '', verifier);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'read:GENERAL' });
    const other = await aPatient(server.db).withEntry().stored();
    await sharedWithApp(server.db, { patient: other, partner, labels: ['GENERAL'] });
    const { data } = await partner.ask(body.access_token ?? '', READ);
    expect(data.sharedRecords.nodes).toEqual([
      { id: patient.recordId, timeline: { nodes: [{ label: 'GENERAL' }] } },
    ]);
    const { viewer } = await owner.graphql(
      '{ viewer { record { sharing { grants { grantee { kind name } labels rights state } } } } }',
    );
    expect(viewer.record.sharing.grants).toEqual([
      {
        grantee: { kind: 'APP', name: 'Northlight' },
        labels: ['GENERAL'],
        rights: ['SEE'],
        state: 'IN_FORCE',
      },
    ]);
  });

  it('is sent back with a no, and nowhere at all where its address is not the registered one', async () => {
    const { challenge } = proofKey();
    const request = (await authorize(asked(challenge))).split('/').at(-1);
    const no = await owner.graphql(
      `mutation ($id: ID!) { refuseApp(request: $id) { ... on AppAnswered { address } } }`,
      { id: request },
    );
    expect(no.refuseApp.address).toContain('error=access_denied');
    const nowhere = '/patient/allow/none';
    for (const redirect_uri of [
      `${CALLBACK}/`,
      `${CALLBACK}?x=1`,
      'https://evil.example/back',
      'javascript:alert(1)',
      '',
    ])
      expect(await authorize(asked(challenge, { redirect_uri })), redirect_uri).toBe(nowhere);
    expect(await authorize(asked(challenge, { client_id: 'unknown' }))).toBe(nowhere);
    expect(await authorize(asked(challenge, { code_challenge_method: 'plain' }))).toContain(
      'error=invalid_request',
    );
    expect(await authorize(asked('', {}))).toContain('error=invalid_request');
    expect(await authorize(asked(challenge, { scope: 'write:GENERAL' }))).toContain('error=invalid_scope');
    expect(await authorize(asked(challenge, { response_type: 'token' }))).toContain(
      'error=unsupported_response_type',
    );
    expect(await authorize(asked(challenge))).toContain('/patient/allow/');
  });

  it('changes its code once, with its proof key and address; a second time ends what the first gave', async () => {
    const { verifier, challenge } = proofKey();
    const { code } = await allowed(challenge);
    expect((await exchange(code, proofKey().verifier)).body.error).toBe('invalid_grant');
    expect((await exchange(code, verifier, { redirect_uri: `${CALLBACK}/` })).body.error).toBe(
      'invalid_grant',
    );
    const stranger = await aPartner(server);
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: CALLBACK };
    expect((await stranger.post('token', form)).body.error).toBe('invalid_grant');
    const first = await exchange(code, verifier);
    expect(await isGood(first.body.access_token)).toBe(true);
    expect((await exchange(code, verifier)).body.error).toBe('invalid_grant');
    expect(await isGood(first.body.access_token)).toBe(false);
    const late = await allowed(challenge);
    await server.db.rows(
      `update heldwell.partner_request set answered_at = answered_at - interval '61 seconds'`,
    );
    expect((await exchange(late.code, verifier)).body.error).toBe('invalid_grant');
  });

  it('changes a code that comes fifty times at once no more than once', async () => {
    const { verifier, challenge } = proofKey();
    const { code } = await allowed(challenge);
    const answers = await Promise.all(Array.from({ length: 50 }, () => exchange(code, verifier)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('gets new tokens for a refresh token once; one that comes back ends them all', async () => {
    const { verifier, challenge } = proofKey();
    const { body: first } = await exchange(
      (await allowed(challenge, ['GENERAL', 'MENTAL_HEALTH'])).code,
      verifier,
    );
    const again = (token = '', more = {}) =>
      partner.post('token', { grant_type: 'refresh_token', refresh_token: token, ...more });
    expect((await again(first.access_token)).body.error).toBe('invalid_grant');
    const { body: second } = await again(first.refresh_token, { scope: 'read:GENERAL' });
    expect(second.scope).toBe('read:GENERAL');
    expect(await isGood(second.access_token)).toBe(true);
    expect((await again(second.refresh_token, { scope: 'read:MENTAL_HEALTH' })).body.error).toBe(
      'invalid_grant',
    );
    expect((await again(first.refresh_token)).body.error).toBe('invalid_grant');
    expect(await isGood(second.access_token)).toBe(false);
    expect((await again(second.refresh_token)).body.error).toBe('invalid_grant');
  });

  it('gets none any more where the person ended it', async () => {
    const { verifier, challenge } = proofKey();
    const { body } = await exchange((await allowed(challenge)).code, verifier);
    const { viewer } = await owner.graphql('{ viewer { record { sharing { grants { id } } } } }');
    const [grant] = viewer.record.sharing.grants;
    await owner.graphql('mutation ($id: ID!) { stopSharing(input: { grant: $id }) { __typename } }', {
      id: grant.id,
    });
    const { data } = await partner.ask(body.access_token ?? '', READ);
    expect(data.sharedRecords.nodes).toEqual([]);
    const form = { grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' };
    expect((await partner.post('token', form)).body.error).toBe('invalid_grant');
  });

  it('ends its own tokens and asks about them; another’s are none to it', async () => {
    const { verifier, challenge } = proofKey();
    const { body } = await exchange((await allowed(challenge)).code, verifier);
    const token = body.access_token ?? '';
    const stranger = await aPartner(server);
    expect((await partner.post('introspect', { token })).body).toMatchObject({
      active: true,
      client_id: partner.id,
    });
    expect((await stranger.post('introspect', { token })).body).toEqual({ active: false });
    expect((await stranger.post('revoke', { token })).status).toBe(200);
    expect(await isGood(token)).toBe(true);
    expect((await partner.post('revoke', { token: body.refresh_token ?? '' })).status).toBe(200);
    expect(await isGood(token)).toBe(false);
    expect((await partner.post('introspect', { token })).body).toEqual({ active: false });
  });
});
