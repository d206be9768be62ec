import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { signAgain } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { SHARE, send } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const ENTRY = `mutation ($input: ShareEntryInput!) { shareEntry(input: $input) { __typename
  ... on SharingChanged { grant { id labels rights } } } }`;
const ORGANISATION = `mutation ($input: ShareWithOrganisationInput!) { shareWithOrganisation(input: $input) { __typename
  ... on SharingChanged { grant { grantee { kind name isVerified } } } } }`;
const CLOSE = 'mutation ($thread: ID!) { closeThread(input: { thread: $thread }) { __typename } }';
const DISCHARGE = 'mutation ($input: DischargeInput!) { dischargePatient(input: $input) }';
const ENDS = 'validUntil endsWith endsWithTeam { name } endsWithThread { id subject }';
const TOLD = `mutation ($input: ShareWithTeamInput!) { shareWithTeam(input: $input) {
  ... on SharingChanged { grant { ${ENDS} } receipt { ${ENDS} } } } }`;
const RECORD = 'subscription ($id: ID!) { recordChanged(record: $id) { change } }';
const SEEN = `query ($id: ID!) { record(id: $id) { givenName nhsNumber viewerLabels viewerRights viewerMayMessage
  entryCounts { kind count } timeline { nodes { title versions { label } } } } }`;

let server: TestServer;
let patient: MadePatient;
let team: MadeTeam;
let front: MadeTeam;
let owner: AppClient;
let staff: AppClient;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  [team, front] = [await aTeam(db), await aTeam(db)];
  patient = await aPatient(db)
    .known(String(Date.now()).slice(-10))
    .withEntry({ label: 'GENERAL', title: 'Asthma' })
    .withEntry({ label: 'SEXUAL_HEALTH', title: 'A private matter' })
    .withThread({ with: front, label: 'SOCIAL_CARE' })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
});

const seen = (by = staff) => by.graphql(SEEN, { id: patient.recordId }).then(({ record }) => record);
const share = (terms: object) =>
  owner.graphql(SHARE, {
    input: {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      labels: ['GENERAL'],
      rights: ['SEE'],
      ...terms,
    },
  });

describe('access that falls back by itself', () => {
  it('until a discussion is closed, and not again when it is written in anew', async () => {
    await share({ untilThreadClosed: patient.threadId() });
    expect((await seen()).viewerLabels).toEqual(['GENERAL']);
    const { closeThread } = await owner.graphql(CLOSE, { thread: patient.threadId() });
    expect(closeThread.__typename).toBe('ThreadClosed');
    expect(await seen()).toBeNull();
    expect((await send(owner, patient.threadId())).__typename).toBe('MessageSent');
    expect(await seen()).toBeNull();
    const [last] = await server.db.rows(
      'select version, ended, cause from heldwell.consent_grant where patient_id = $1 and ends_with_thread is not null order by version desc',
      [patient.id],
    );
    expect(last).toEqual({ version: 2, ended: true, cause: 'THREAD_CLOSED' });
  });

  it('until a team discharges the patient, which ends that team’s own access for care', async () => {
    const { db } = server;
    const care = randomUUID();
    await share({ untilDischargedBy: writeId('TEAM', front.id) });
    await db.rows(
      `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
         basis, valid_from, given_by, recorded_at) values ($1, $3, 1, 'TEAM', $2, 'Front', '{GENERAL}', '{SEE}',
         'DIRECT_CARE', heldwell.now(), 'Front', heldwell.now())`,
      [patient.id, front.id, care],
    );
    await signAgain(db, patient.id, care);
    const caring = await server.asPerson((await aProfessional(db, { team: front })).email, 'PROFESSIONAL');
    const input = { record: patient.recordId, team: writeId('TEAM', front.id), reason: 'Moved away.' };
    // Another team's care is not theirs to end.
    expect((await staff.graphql(DISCHARGE, { input })).dischargePatient).toBe(false);
    expect((await seen(caring)).viewerLabels).toEqual(['GENERAL']);
    const stream = staff.subscribe(RECORD, { id: patient.recordId });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    expect((await caring.graphql(DISCHARGE, { input })).dischargePatient).toBe(true);
    expect(await stream.ended()).toBe('COMPLETE');
    expect((await seen(caring)).viewerLabels).toEqual([]);
    expect(await seen()).toBeNull();
    expect((await caring.graphql(DISCHARGE, { input })).dischargePatient).toBe(false);
  });
});

it('says with what access ends, in the grant and in its receipt', async () => {
  const [until, care] = [
    { untilThreadClosed: patient.threadId() },
    { untilDischargedBy: writeId('TEAM', front.id) },
  ];
  const told = async (terms: object) => {
    const { shareWithTeam } = await owner.graphql(TOLD, {
      input: {
        id: randomUUID(),
        team: writeId('TEAM', team.id),
        labels: ['GENERAL'],
        rights: ['SEE'],
        ...terms,
      },
    });
    expect(shareWithTeam.receipt).toEqual(shareWithTeam.grant);
    return shareWithTeam.grant;
  };
  const nothing = { validUntil: null, endsWith: null, endsWithTeam: null, endsWithThread: null };
  expect(await told({})).toEqual(nothing);
  const endsWithThread = { id: patient.threadId(), subject: expect.any(String) };
  expect(await told(until)).toEqual({ ...nothing, endsWith: 'DISCUSSION', endsWithThread });
  // They are told that it ends with a discussion, and not what that is about: they do not see it.
  const ends = 'endsWith endsWithThread { id subject }';
  const read = `query ($id: ID!) { record(id: $id) { viewerGrants { ${ends} } } }`;
  const { record } = await staff.graphql(read, { id: patient.recordId });
  expect(record.viewerGrants).toEqual([{ endsWith: 'DISCUSSION', endsWithThread: null }]);
  const endsWithTeam = { name: expect.any(String) };
  expect(await told(care)).toEqual({ ...nothing, endsWith: 'CARE', endsWithTeam });
});

describe('access to one entry', () => {
  const shareEntry = (to: object) =>
    owner.graphql(ENTRY, { input: { id: randomUUID(), entry: patient.entryId(1), ...to } });

  it('opens that one whatever its label, and nothing beside it', async () => {
    expect(await seen()).toBeNull();
    const { shareEntry: shared } = await shareEntry({ team: writeId('TEAM', team.id) });
    expect(shared.grant).toMatchObject({ labels: [], rights: ['SEE'] });
    expect(await seen()).toEqual({
      givenName: 'Jo',
      nhsNumber: null,
      viewerLabels: [],
      viewerRights: ['SEE'],
      viewerMayMessage: false,
      entryCounts: [{ kind: 'CONDITION', count: 1 }],
      timeline: { nodes: [{ title: 'A private matter', versions: [{ label: 'SEXUAL_HEALTH' }] }] },
    });
    expect((await send(staff, patient.threadId())).__typename).toBe('NotFound');
  });

  it('is for exactly one, who must be there', async () => {
    const carer = await aCarer(server.db);
    expect((await shareEntry({ carer: writeId('CARER', carer.id, patient.id) })).shareEntry.__typename).toBe(
      'NotFound',
    );
    for (const to of [
      {},
      { team: writeId('TEAM', team.id), organisation: writeId('ORGANISATION', team.organisationId) },
    ]) {
      const { errors } = await owner.answer(ENTRY, {
        input: { id: randomUUID(), entry: patient.entryId(1), ...to },
      });
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    }
  });
});

it('opens a record to everybody who works in an organisation, and to nobody else', async () => {
  const { db } = server;
  const input = {
    id: randomUUID(),
    organisation: writeId('ORGANISATION', team.organisationId),
    labels: ['GENERAL'],
    rights: ['SEE'],
  };
  const { shareWithOrganisation } = await owner.graphql(ORGANISATION, { input });
  expect(shareWithOrganisation.grant.grantee).toMatchObject({ kind: 'ORGANISATION', isVerified: true });
  const sister = await aTeam(db, { organisationId: team.organisationId });
  const there = await server.asPerson((await aProfessional(db, { team: sister })).email, 'PROFESSIONAL');
  const elsewhere = await server.asPerson((await aProfessional(db, { team: front })).email, 'PROFESSIONAL');
  expect((await seen(there)).viewerLabels).toEqual(['GENERAL']);
  expect((await seen()).viewerLabels).toEqual(['GENERAL']);
  expect((await seen(elsewhere)).viewerLabels).toEqual([]);
});
