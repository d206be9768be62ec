import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { anAttachment } from '../../../test/builders/an-attachment.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { signAgain } from '../../../test/builders/sealed.ts';
import { aSealer } from '../../../test/harness/a-sealer.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, SHARE, STOP } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';
import { hashOf } from './sealing/chain.ts';
import { isSignedBy } from './sealing/signing-key.ts';

interface LogRow {
  action: string;
  person_name: string;
  app: string;
  role: string;
  team_name: string | null;
  organisation_name: string | null;
  purpose: string;
  what: string;
  opened_id: string | null;
  about: string | null;
  labels: string[] | null;
}

let server: TestServer;
let team: MadeTeam;
let professional: MadePerson;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  professional = await aProfessional(server.db, { team, role: 'COORDINATOR' });
  staff = await server.asPerson(professional.email, 'PROFESSIONAL');
});

const shared = () =>
  aPatient(server.db)
    .sharing('GENERAL', { with: team })
    .withEntry({ label: 'GENERAL' })
    .withThread({ with: team });
const looks = (patient: MadePatient, action: string): Promise<LogRow[]> =>
  server.db.rows('select * from heldwell.access_log where patient_id = $1 and action = $2 order by at, id', [
    patient.id,
    action,
  ]);
const OPEN = `query ($id: ID!) { record(id: $id) { givenName entries(kind: TEST_RESULT) { nodes { id } }
  threads { nodes { messages { nodes { text } } } } } }`;

describe('an entry of the access log', () => {
  it('says who, as what, for whom, on what ground, and what was opened', async () => {
    const patient = await shared().stored();
    const entry = 'query ($id: ID!) { entry(id: $id) { title } }';
    const [organisation] = await server.db.rows<{ name: string }>(
      'select name from heldwell.organisation where id = $1',
      [team.organisationId],
    );
    const who = {
      person_name: `${professional.givenName} ${professional.familyName}`,
      app: 'PROFESSIONAL',
      role: 'COORDINATOR',
      team_name: team.name,
      organisation_name: organisation?.name,
      purpose: 'PATIENT_CHOICE',
    };
    await staff.graphql(OPEN, { id: patient.recordId });
    await staff.graphql(entry, { id: patient.entryId() });
    await staff.graphql('query ($id: ID!) { thread(id: $id) { subject } }', { id: patient.threadId() });
    expect(await looks(patient, 'OPENED')).toMatchObject([
      { ...who, what: 'DISCUSSION DISCUSSIONS RESULTS', opened_id: null },
      { ...who, what: 'ENTRY', opened_id: patient.entries[0] },
      { ...who, what: 'DISCUSSION', opened_id: patient.threads[0] },
    ]);
  });

  it('says emergency where a grant for one let them in, carer for a carer, and for whom their own words were kept', async () => {
    const carer = await aCarer(server.db);
    const patient = await shared().sharing('GENERAL', { with: carer }).stored();
    await server.db.rows(
      `update heldwell.consent_grant set basis = 'EMERGENCY', valid_until = now() + interval '1 hour'
        where patient_id = $1 and grantee_id = $2 and thread_id is null`,
      [patient.id, team.id],
    );
    await signAgain(server.db, patient.id, patient.grants[0] ?? '');
    await staff.graphql(OPEN, { id: patient.recordId });
    const client = await server.asPerson(carer.email, 'CARER');
    await client.graphql(OPEN, { id: patient.recordId });
    expect(await looks(patient, 'OPENED')).toMatchObject([
      { purpose: 'EMERGENCY', role: 'COORDINATOR' },
      { purpose: 'CARER', role: 'CARER', team_name: null, organisation_name: null, app: 'CARER' },
    ]);
  });

  it('is one an operation, one an hour for the rows of a list with the same parts, and none for the patient', async () => {
    const patient = await shared().stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    await owner.graphql(OPEN, { id: patient.recordId });
    const caseload = (parts: string) =>
      `query ($team: ID!) { team(id: $team) { caseload(first: 100) { nodes { ${parts} } } } }`;
    const asked = { team: writeId('TEAM', team.id) };
    for (let turn = 0; turn < 3; turn += 1) {
      await staff.graphql(caseload('id'), asked);
      await staff.graphql(OPEN, { id: patient.recordId });
    }
    await staff.graphql(caseload('id timeline { nodes { title } }'), asked);
    expect(await looks(patient, 'OPENED')).toHaveLength(3);
    expect((await looks(patient, 'LISTED')).map(({ what }) => what)).toEqual(['LIST', 'LIST TIMELINE']);
  });

  it('names the file that was fetched', async () => {
    const patient = await shared().withEntry({ label: 'GENERAL', kind: 'DOCUMENT' }).stored();
    const file = await anAttachment(server.db, { patient: patient.id, entry: patient.entries[1] });
    const address = `/files/professional/${file.id}`;
    expect((await staff.fetch(address)).status).toBe(200);
    expect(await looks(patient, 'OPENED')).toMatchObject([{ what: 'FILE', opened_id: file.row }]);
  });
});

describe('a change of sharing', () => {
  it('is in the log beside the looks, whoever made it: given, changed, ended, relabelled', async () => {
    const patient = await aPatient(server.db).withEntry({ label: 'GENERAL' }).stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const input = { id: randomUUID(), team: writeId('TEAM', team.id), labels: ['GENERAL'], rights: ['SEE'] };
    const { grant } = (await owner.graphql(SHARE, { input })).shareWithTeam;
    await owner.graphql(CHANGE, { grant: grant.id, labels: ['GENERAL', 'SOCIAL_CARE'] });
    await owner.graphql(RELABEL, { entry: patient.entryId(), label: 'SOCIAL_CARE' });
    await owner.graphql(STOP, { grant: grant.id });
    const by = {
      person_name: `${patient.givenName} ${patient.familyName}`,
      role: 'PATIENT',
      purpose: 'SHARING',
    };
    expect(await looks(patient, 'SHARED')).toMatchObject([
      { ...by, what: 'GRANT_GIVEN', about: team.name, labels: ['GENERAL'] },
      { ...by, what: 'GRANT_CHANGED', about: team.name, labels: ['GENERAL', 'SOCIAL_CARE'] },
      {
        ...by,
        what: 'RELABELLED',
        about: null,
        labels: ['GENERAL', 'SOCIAL_CARE'],
        opened_id: patient.entries[0],
      },
      { ...by, what: 'GRANT_ENDED', about: team.name },
    ]);
  });
});

describe('no entry, no data', () => {
  it('answers an error and nothing else where the log cannot be written', async () => {
    const patient = await shared().stored();
    const file = await anAttachment(server.db, { patient: patient.id, entry: patient.entries[0] });
    const address = `/files/professional/${file.id}`;
    expect((await staff.graphql(OPEN, { id: patient.recordId })).record.givenName).toBe('Jo');
    await server.db.rows('alter table heldwell.access_log add constraint full_up check (false) not valid');
    try {
      const refused = await staff.answer(OPEN, { id: patient.recordId });
      expect(refused.data ?? null).toBeNull();
      expect(refused.errors?.[0]?.extensions?.code).toBe('INTERNAL');
      expect(JSON.stringify(refused)).not.toContain('Jo');
      const sent = await staff.fetch(address);
      expect([sent.status, (await sent.text()).includes('words')]).toEqual([500, false]);
      const stream = staff.subscribe(
        'subscription ($id: ID!) { messagesAdded(thread: $id) { messages { text } } }',
        {
          id: patient.threadId(),
        },
      );
      expect(await stream.next().catch(() => 'ended')).not.toHaveProperty('messagesAdded');
    } finally {
      await server.db.rows('alter table heldwell.access_log drop constraint full_up');
    }
    expect((await staff.graphql(OPEN, { id: patient.recordId })).record.givenName).toBe('Jo');
  });
});

describe('what was written', () => {
  it('is changed by nobody: not the serving roles, nor the sealer, nor the owner', async () => {
    const patient = await shared().stored();
    await staff.graphql(OPEN, { id: patient.recordId });
    const sealer = aSealer(server.db);
    await sealer.seal();
    const { serving, system, sealing } = server.db.services.database;
    for (const table of ['access_log', 'access_chain', 'access_head']) {
      for (const change of [
        `delete from heldwell.${table}`,
        `update heldwell.${table} set patient_id = patient_id`,
      ]) {
        for (const role of [serving, system, sealing])
          await expect(role.query(change)).rejects.toThrow(/denied/);
        await expect(server.db.rows(change)).rejects.toThrow('The access log is never changed.');
      }
      await expect(server.db.rows(`truncate heldwell.${table} cascade`)).rejects.toThrow(/never changed/);
      for (const role of [serving, system])
        await expect(
          role.query(`insert into heldwell.${table} select * from heldwell.${table}`),
        ).rejects.toThrow(/denied/);
    }
    await expect(
      sealing.query('insert into heldwell.access_log select * from heldwell.access_log'),
    ).rejects.toThrow(/denied/);
    await expect(sealing.query('select 1 from heldwell.entry')).rejects.toThrow(/denied/);
    const log = `select heldwell.log_change('${patient.id}', '{}')`;
    for (const role of [serving, system]) await expect(role.query(log)).rejects.toThrow(/denied/);
  });

  it('is one unbroken chain after fifty looks at once, sealed meanwhile by two processes', async () => {
    const patient = await shared().stored();
    const sealers = [aSealer(server.db), aSealer(server.db)];
    const reading = Promise.all(
      Array.from({ length: 50 }, () => staff.graphql(OPEN, { id: patient.recordId })),
    );
    let done = false;
    const sealing = sealers.map(async ({ seal }) => {
      while (!done) {
        await seal();
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    });
    await reading;
    done = true;
    await Promise.all(sealing);
    await sealers[0]?.seal();
    const places = await server.db.rows<{ position: number }>(
      'select position from heldwell.access_chain where patient_id = $1 order by position',
      [patient.id],
    );
    // Two grants stand before the fifty looks.
    expect(places.map(({ position }) => position)).toEqual(
      Array.from({ length: 52 }, (_, index) => index + 1),
    );
    expect(await sealers[0]?.verify(patient.id)).toMatchObject({ entries: 52, waiting: 0, faults: [] });
  });
});

describe('the log as its patient reads it', () => {
  const LOG = `query ($id: ID!, $party: ID, $kinds: [AccessKind!], $from: DateTime, $until: DateTime, $first: Int! = 50, $after: String) {
    record(id: $id) {
      accessLog(party: $party, kinds: $kinds, from: $from, until: $until, first: $first, after: $after) {
        nodes { id kind at person personId role team teamId organisation purpose lookedAt opened sharingChange sharedWith labels place }
        pageInfo { hasNextPage endCursor }
      }
      accessLogParties { id name isTeam }
    }
  }`;
  const CHAIN = `query ($id: ID!) { record(id: $id) {
    accessLogHead { position hash at words signature publicKey } accessLogChain { position hash content }
    accessLog { nodes { place } }
  } }`;

  it('is paged, newest first, and narrowed by party, sort and time', async () => {
    const carer = await aCarer(server.db);
    const patient = await shared().sharing('GENERAL', { with: carer }).stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const client = await server.asPerson(carer.email, 'CARER');
    await staff.graphql(OPEN, { id: patient.recordId });
    await client.graphql(OPEN, { id: patient.recordId });
    await staff.graphql('query ($id: ID!) { entry(id: $id) { title } }', { id: patient.entryId() });
    const read = async (narrowed: object = {}) =>
      (await owner.graphql(LOG, { id: patient.recordId, ...narrowed })).record;
    const { accessLog, accessLogParties: parties } = await read();
    expect(accessLog.nodes.map(({ kind }: LogRow & { kind: string }) => kind)).toEqual([
      ...['OPENED', 'OPENED', 'OPENED', 'SHARED', 'SHARED', 'SHARED'],
    ]);
    expect(accessLog.nodes[0]).toMatchObject({
      lookedAt: ['ENTRY'],
      opened: patient.entryId(),
      sharingChange: null,
    });
    expect(accessLog.nodes.at(-1)).toMatchObject({
      role: 'PATIENT',
      lookedAt: [],
      sharingChange: 'GRANT_GIVEN',
    });
    expect(parties).toMatchObject([{ name: team.name, isTeam: true }, {}, {}, {}]);
    const names = async (narrowed: object) =>
      (await read(narrowed)).accessLog.nodes.map((node: { person: string }) => node.person);
    const ofTeam = `${professional.givenName} ${professional.familyName}`;
    expect(await names({ party: parties[0].id })).toEqual([ofTeam, ofTeam]);
    const one = parties.find(({ name }: { name: string }) => name === carer.name);
    expect(await names({ party: one.id })).toEqual([carer.name]);
    expect(await names({ party: one.id, kinds: ['LISTED'] })).toEqual([]);
    expect(await names({ kinds: ['SHARED'] })).toHaveLength(3);
    const moment = accessLog.nodes[1].at;
    expect(await names({ from: moment })).toHaveLength(2);
    expect(await names({ until: moment, kinds: ['OPENED'] })).toHaveLength(1);
    const first = (await read({ first: 4 })).accessLog;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = (await read({ first: 4, after: first.pageInfo.endCursor })).accessLog.nodes;
    expect([...first.nodes, ...rest].map(({ id }) => id)).toEqual(
      accessLog.nodes.map(({ id }: { id: string }) => id),
    );
  });

  it('comes with its chain and the signed head, to the patient alone', async () => {
    const patient = await shared().stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    await staff.graphql(OPEN, { id: patient.recordId });
    expect((await owner.graphql(CHAIN, { id: patient.recordId })).record).toEqual({
      accessLogHead: null,
      accessLogChain: [],
      accessLog: { nodes: [{ place: null }, { place: null }, { place: null }] },
    });
    await aSealer(server.db).seal();
    const { record } = await owner.graphql(CHAIN, { id: patient.recordId });
    expect(record.accessLog.nodes.map(({ place }: { place: number }) => place)).toEqual([3, 2, 1]);
    const { accessLogHead: head, accessLogChain: chain } = record;
    expect(chain.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
    expect(head).toMatchObject({ position: 3, hash: chain[2].hash });
    expect(head.words).toBe(
      `heldwell-log-head-1\n${patient.id}\n3\n${head.hash}\n${head.words.split('\n')[4]}`,
    );
    const [before, last] = [chain[1], chain[2]];
    expect(hashOf(before.hash, 3, last.content)).toBe(last.hash);
    expect(JSON.parse(last.content)[5]).toBe(`${professional.givenName} ${professional.familyName}`);
    const signature = Buffer.from(head.signature, 'base64url');
    expect(isSignedBy(Buffer.from(head.publicKey, 'base64url'), head.words, signature)).toBe(true);
    expect(isSignedBy(Buffer.from(head.publicKey, 'base64url'), `${head.words}!`, signature)).toBe(false);
    const others = (await staff.answer(CHAIN, { id: patient.recordId })).data?.record;
    expect(others).toEqual({ accessLogHead: null, accessLogChain: null, accessLog: null });
  });
});
