import { beforeAll, describe, expect, it } from 'vitest';
import {
  aPartner,
  CALLBACK,
  type MadePartner,
  proofKey,
  sharedWithApp,
} from '../../../test/builders/a-partner.ts';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import { writeId } from '../../platform/global-id.ts';

let server: TestServer;
let partner: MadePartner;
let patient: MadePatient;
let grant: string;
beforeAll(async () => {
  server = await aServer();
  partner = await aPartner(server);
  patient = await aPatient(server.db)
    .withEntry({ label: 'GENERAL', title: 'Blood pressure' })
    .withEntry({ label: 'MENTAL_HEALTH', title: 'Care plan' })
    .withEntry({ label: 'SEXUAL_HEALTH', title: 'Clinic letter' })
    .stored();
  await aPatient(server.db).withEntry().stored();
  grant = await sharedWithApp(server.db, { patient, partner, labels: ['GENERAL', 'MENTAL_HEALTH'] });
});

const SHARED = '{ sharedRecords { nodes { id timeline(first: 10) { nodes { title label } } } } }';
const READ = 'query ($id: ID!) { record(id: $id) { id timeline(first: 10) { nodes { label } } } }';

describe('a partner’s token', () => {
  it('sees what is shared with its app, within its scope, and each look is logged under the partner', async () => {
    const all = await partner.ask(await partner.token(), SHARED);
    expect(all.errors).toBeUndefined();
    const [node, ...more] = all.data.sharedRecords.nodes;
    expect(more).toEqual([]);
    expect(node.id).toBe(patient.recordId);
    const labels = node.timeline.nodes.map((entry: { label: string }) => entry.label).sort();
    expect(labels).toEqual(['GENERAL', 'MENTAL_HEALTH']);
    const narrow = await partner.ask(await partner.token('read:GENERAL'), READ, { id: patient.recordId });
    expect(narrow.data.record.timeline.nodes).toEqual([{ label: 'GENERAL' }]);
    const none = await partner.ask(await partner.token('read:SOCIAL_CARE'), SHARED);
    expect(none.data.sharedRecords.nodes).toEqual([]);
    const log = await server.db.rows<{ person_name: string; app: string; role: string; purpose: string }>(
      `select distinct person_name, app, role, purpose from heldwell.access_log where patient_id = $1
       and action <> 'SHARED'`,
      [patient.id],
    );
    expect(log).toEqual([
      { person_name: 'Northlight app', app: 'PARTNER', role: 'PARTNER', purpose: 'PATIENT_CHOICE' },
    ]);
  });

  it('says the same of a hidden record and of one there is not', async () => {
    const hidden = await aPatient(server.db).withEntry().stored();
    const token = await partner.token();
    const [one, other] = [hidden.recordId, writeId('RECORD', '01890000-0000-7000-8000-000000000000')];
    expect(await partner.ask(token, READ, { id: one })).toEqual(
      await partner.ask(token, READ, { id: other }),
    );
    expect((await partner.ask(token, READ, { id: patient.recordId })).data.record.id).toBe(patient.recordId);
  });

  it('does nothing else: no command, nothing about a person signed in, and nothing without a token', async () => {
    const token = await partner.token();
    const code = async (query: string, by = token) => {
      const { data, errors } = await partner.ask(by, query);
      return data && Object.values(data).every((value) => value !== null)
        ? 'OK'
        : errors?.[0].extensions.code;
    };
    expect(await code('{ viewer { app } }')).toBe('FORBIDDEN');
    expect(await code('mutation { signOut }')).toBe('FORBIDDEN');
    expect(await code('{ nationalSignIn { name } organisationSignIns { name } }')).toBe('FORBIDDEN');
    expect(await code(`mutation { refuseApp(request: "x") { __typename } }`)).toBe('FORBIDDEN');
    expect(await code(SHARED, 'hwa_made-up')).toBe('UNAUTHENTICATED');
    expect(await code(SHARED)).toBe('OK');
    const owner = await server.asPerson(patient.email, 'PATIENT');
    expect((await owner.answer(SHARED)).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  });

  it('opens nothing when it is none: no free document, and no stream of one', async () => {
    for (const accept of ['application/json', 'text/event-stream']) {
      const ask = (token: string) =>
        fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: {
            ...{ accept, authorization: `Bearer ${token}` },
            ...{ 'content-type': 'application/json', 'x-heldwell-app': 'patient' },
          },
          body: JSON.stringify({ query: SHARED }),
        });
      expect((await ask('nonsense')).status).toBe(401);
      expect((await ask(await partner.token())).status).not.toBe(401);
    }
  });

  it('asks about the schema with a scope of its own, however the question is put', async () => {
    const knowing = await aPartner(server, { scopes: ['read:GENERAL', 'schema:introspect'] });
    const [may, mayNot] = [await knowing.token('schema:introspect'), await knowing.token('read:GENERAL')];
    const questions = [
      '{ __schema { queryType { name } } }',
      '{ __type(name: "Query") { fields { name } } }',
      '{ ... on Query { __schema { queryType { name } } } }',
      '{ ...Hidden } fragment Hidden on Query { ...Deeper } fragment Deeper on Query { s: __schema { queryType { name } } }',
      '{ sharedRecords { nodes { id } } __schema { queryType { name } } }',
    ];
    for (const query of questions) {
      const { errors } = await knowing.ask(mayNot, query);
      expect(errors[0].extensions, query).toEqual({ code: 'FORBIDDEN', needs: 'schema:introspect' });
      const told = await knowing.ask(may, query);
      expect(told.errors, query).toBeUndefined();
    }
    // It opens no record, and a partner that was not set up with it is given none.
    expect((await knowing.ask(may, SHARED)).data.sharedRecords.nodes).toEqual([]);
    expect((await knowing.ask(mayNot, SHARED)).errors).toBeUndefined();
    expect(await partner.token('schema:introspect')).toBe('');
    // It is about nobody: no person is asked for it.
    const asked = new URLSearchParams({
      ...{ response_type: 'code', client_id: knowing.id, redirect_uri: CALLBACK, scope: 'schema:introspect' },
      ...{ code_challenge: proofKey().challenge, code_challenge_method: 'S256' },
    });
    const answered = await fetch(`${server.url}/oauth/authorize?${asked}`, { redirect: 'manual' });
    expect(answered.headers.get('location')).toContain('error=invalid_scope');
    expect((await partner.ask(await partner.token(), questions[0] ?? '')).errors[0].extensions.code).toBe(
      'FORBIDDEN',
    );
  });

  it('sees nothing any more once the patient ended it, without a new token', async () => {
    const token = await partner.token();
    expect((await partner.ask(token, SHARED)).data.sharedRecords.nodes).toHaveLength(1);
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const id = writeId('GRANT', grant, patient.id);
    await owner.graphql(`mutation { stopSharing(input: { grant: "${id}" }) { __typename } }`);
    expect((await partner.ask(token, SHARED)).data.sharedRecords.nodes).toEqual([]);
    expect((await partner.ask(token, READ, { id: patient.recordId })).data.record).toBeNull();
  });

  it('is good for five minutes, and for none once the partner is switched off', async () => {
    const other = await aPartner(server);
    const token = await other.token();
    const isGood = async () => (await other.ask(token, SHARED)).errors === undefined;
    expect(await isGood()).toBe(true);
    await server.db.rows('update heldwell.partner set disabled_at = now() where id = $1', [other.id]);
    expect(await isGood()).toBe(false);
    expect(await other.token()).toBe('');
    await server.db.rows('update heldwell.partner set disabled_at = null where id = $1', [other.id]);
    expect(await isGood()).toBe(true);
    await server.db.rows(`update heldwell.partner_token set expires_at = expires_at - interval '5 minutes'`);
    expect(await isGood()).toBe(false);
  });
});
