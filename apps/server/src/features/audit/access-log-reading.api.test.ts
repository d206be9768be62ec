import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aSealer } from '../../../test/harness/a-sealer.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { hashOf } from './sealing/chain.ts';
import { isSignedBy } from './sealing/signing-key.ts';

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;
let professional: MadePerson;

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  professional = await aProfessional(server.db, { team });
  staff = await server.asPerson(professional.email, 'PROFESSIONAL');
});

const shared = () =>
  aPatient(server.db)
    .sharing('GENERAL', { with: team })
    .withEntry({ label: 'GENERAL' })
    .withThread({ with: team });
const OPEN = 'query ($id: ID!) { record(id: $id) { givenName } }';

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
    expect(accessLog.nodes.map(({ kind }: { kind: string }) => kind)).toEqual([
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
