import { beforeAll, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { packetsOf } from '../../../test/harness/statements.ts';

const RECORD = 'record { givenName timeline(first: 5) { nodes { title } } }';
const ALONE = `{ viewer { ${RECORD} } }`;
const WITH_MORE = `{ viewer { app ${RECORD} } }`;

let server: TestServer;
let owner: AppClient;
beforeAll(async () => {
  server = await aServer();
  const patient = await aPatient(server.db)
    .withEntry({ label: 'GENERAL', at: '2026-03-01T10:00:00Z' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
});

const packets = (query: string) =>
  packetsOf(server.db.services.database.serving, async () => {
    const { viewer } = await owner.graphql(query);
    expect(viewer.record.timeline.nodes).toEqual([{ title: expect.any(String) }]);
  });

const READ = expect.stringMatching(/^own_record/);

it('the own record, where it is all that is asked, is one packet with its commit', async () => {
  await owner.graphql(ALONE);
  expect(await packets(ALONE)).toEqual([['begin', 'open_session', READ, 'commit']]);
  expect(await packets(WITH_MORE)).toEqual([['begin', 'open_session', READ], ['commit']]);
});

it('keys that are not at hand are asked for in a transaction of its own, judged anew', async () => {
  server.db.sealing.cache.forgetAll();
  expect(await packets(ALONE)).toEqual([
    ['begin', 'open_session', READ, 'commit'],
    ['begin', 'open_session'],
    ['handed_keys'],
    ['commit'],
  ]);
});

it('a session that is over reads nothing in that packet', async () => {
  expect((await owner.graphql(ALONE)).viewer.record.givenName).toEqual(expect.any(String));
  await server.db.rows('update heldwell.session set ended_at = heldwell.now()');
  expect((await owner.answer(ALONE)).data).toEqual({ viewer: null });
});
