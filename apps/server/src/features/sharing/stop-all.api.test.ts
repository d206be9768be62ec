import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, alsoWorksIn, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { signAgain } from '../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { SHARE, send } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const RECEIPT = 'receipt { event at by reason grantee remains }';
const STOP_ALL = `mutation { stopAllSharing(input: { reason: "I need quiet" }) { stop { stoppedAt resumedAt ${RECEIPT} }
  record { sharing { stopped { stoppedAt } grants { state basis } } } } }`;
const RESUME = `mutation { resumeSharing { __typename ... on AllSharingChanged { stop { resumedAt ${RECEIPT} }
  record { sharing { stopped { stoppedAt } stops { reason } grants { state } } } } } }`;
const SEEN = `query ($id: ID!) { record(id: $id) { viewerAccess viewerLabels timeline { nodes { title keptAsAuthor } }
  threads { nodes { id } } keptThreads { nodes { id keptUntil viewerMayReply messages { nodes { text } } } } } }`;

let server: TestServer;
let patient: MadePatient;
let team: MadeTeam;
let owner: AppClient;
let staff: AppClient;
let helper: AppClient;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  team = await aTeam(db);
  const carer = await aCarer(db);
  patient = await aPatient(db)
    .sharing(['GENERAL'], { with: team })
    .sharing(['GENERAL'], { with: carer })
    .withEntry({ title: 'Asthma' })
    .withEntry({ title: 'Written by the team', label: 'MENTAL_HEALTH' })
    .withThread({ with: team, text: 'Before.' })
    .stored();
  await db.rows('update heldwell.entry set author_team_id = $2 where patient_id = $1 and id = $3', [
    patient.id,
    team.id,
    patient.entries[1],
  ]);
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
  helper = await server.asPerson(carer.email, 'CARER');
});

const seen = (by: AppClient) => by.graphql(SEEN, { id: patient.recordId }).then(({ record }) => record);

describe('stopping all sharing', () => {
  it('leaves each team what it wrote and was written until then, others nothing, and is undone as it was', async () => {
    const before = await seen(staff);
    expect(before).toMatchObject({ viewerAccess: 'GRANTED', keptThreads: { nodes: [] } });
    expect(before.timeline.nodes).toContainEqual({ title: 'Written by the team', keptAsAuthor: true });
    expect(before.timeline.nodes).toContainEqual({ title: 'Asthma', keptAsAuthor: false });
    const { stopAllSharing } = await owner.graphql(STOP_ALL);
    expect(stopAllSharing.stop).toMatchObject({
      resumedAt: null,
      receipt: {
        event: 'STOPPED',
        reason: 'I need quiet',
        grantee: null,
        remains: ['WHAT_IT_WROTE', 'OWN_WORDS'],
      },
    });
    expect(stopAllSharing.record.sharing.grants.map(({ state }: { state: string }) => state)).toEqual(
      Array(3).fill('HELD_BACK'),
    );
    expect(await seen(helper)).toBeNull();
    expect((await send(owner, patient.threadId(), { text: 'After.' })).position).toBe(2);
    const kept = await seen(staff);
    expect(kept).toMatchObject({
      viewerAccess: 'OWN_WRITING',
      viewerLabels: [],
      timeline: { nodes: [{ title: 'Written by the team', keptAsAuthor: true }] },
      threads: { nodes: [] },
    });
    expect(kept.keptThreads.nodes).toMatchObject([
      { viewerMayReply: false, messages: { nodes: [{ text: 'Before.' }] } },
    ]);
    expect((await send(staff, patient.threadId())).__typename).toBe('NotFound');
    const { resumeSharing } = await owner.graphql(RESUME);
    expect(resumeSharing).toMatchObject({
      stop: { receipt: { event: 'RESUMED' } },
      record: { sharing: { stopped: null, stops: [{ reason: 'I need quiet' }] } },
    });
    expect(await seen(staff)).toMatchObject({ viewerAccess: 'GRANTED', viewerLabels: ['GENERAL'] });
    expect((await seen(helper)).viewerLabels).toEqual(['GENERAL']);
    expect((await send(staff, patient.threadId())).position).toBe(3);
  });

  it('leaves in the log the team whose own writing was looked at, of all that somebody works in', async () => {
    const { db } = server;
    const member = await aProfessional(db, { team: await aTeam(db, { name: 'A team that comes first' }) });
    await alsoWorksIn(server.db, team, member.personId);
    await owner.graphql(STOP_ALL);
    const both = await server.asPerson(member.email, 'PROFESSIONAL');
    expect((await seen(both)).viewerAccess).toBe('OWN_WRITING');
    const looks = await db.rows(
      `select team_name, purpose from heldwell.access_log where patient_id = $1 and person_id = $2`,
      [patient.id, member.personId],
    );
    expect(looks).toEqual([{ team_name: team.name, purpose: 'OWN_WRITING' }]);
  });

  it('holds back what is given while it lasts, and empties inbox and caseload until it ends', async () => {
    const lists = `{ viewer { teams { inboxCounts { all } inbox { nodes { id } } caseload { nodes { id } } } } }`;
    const standing = async () => (await staff.graphql(lists)).viewer.teams[0];
    expect(await standing()).toMatchObject({
      inboxCounts: { all: 1 },
      caseload: { nodes: [{ id: patient.recordId }] },
    });
    await owner.graphql(STOP_ALL);
    expect(await standing()).toEqual({
      inboxCounts: { all: 0 },
      inbox: { nodes: [] },
      caseload: { nodes: [] },
    });
    const other = await aTeam(server.db);
    const member = await server.asPerson(
      (await aProfessional(server.db, { team: other })).email,
      'PROFESSIONAL',
    );
    const input = { id: randomUUID(), team: writeId('TEAM', other.id), labels: ['GENERAL'], rights: ['SEE'] };
    const { shareWithTeam } = await owner.graphql(SHARE, { input });
    expect(shareWithTeam.grant.state).toBe('HELD_BACK');
    expect(await seen(member)).toBeNull();
    await owner.graphql(RESUME);
    expect((await seen(member)).viewerLabels).toEqual(['GENERAL']);
    expect(await standing()).toMatchObject({
      inboxCounts: { all: 1 },
      caseload: { nodes: [{ id: patient.recordId }] },
    });
    expect((await owner.graphql(RESUME)).resumeSharing.__typename).toBe('NotFound');
  });

  it('leaves a court’s order in force, which the patient sees and cannot change', async () => {
    const { db } = server;
    const ordered = await aTeam(db);
    const member = await server.asPerson((await aProfessional(db, { team: ordered })).email, 'PROFESSIONAL');
    const id = randomUUID();
    await db.rows(
      `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
         basis, reference, valid_from, given_by, recorded_at) values ($1, $2, 1, 'TEAM', $3, 'Ordered', '{GENERAL}', '{SEE}',
         'COURT_ORDER', 'FD26P00001', heldwell.now(), 'An officer', heldwell.now())`,
      [patient.id, id, ordered.id],
    );
    await signAgain(db, patient.id, id);
    const { stopAllSharing } = await owner.graphql(STOP_ALL);
    expect(stopAllSharing.stop.receipt.remains).toContain('COURT_ORDERS');
    expect(stopAllSharing.record.sharing.grants).toContainEqual({ state: 'IN_FORCE', basis: 'COURT_ORDER' });
    expect((await seen(member)).viewerLabels).toEqual(['GENERAL']);
    const grant = writeId('GRANT', id, patient.id);
    const { stopSharing } = await owner.graphql(
      'mutation ($grant: ID!) { stopSharing(input: { grant: $grant }) { __typename ... on SharingRefused { why } } }',
      { grant },
    );
    expect(stopSharing).toEqual({ __typename: 'SharingRefused', why: 'COURT_ORDER' });
    expect((await seen(member)).viewerLabels).toEqual(['GENERAL']);
  });

  it('ends open streams at once', async () => {
    const stream = staff.subscribe('subscription ($id: ID!) { recordChanged(record: $id) { change } }', {
      id: patient.recordId,
    });
    expect((await stream.next()).recordChanged.change).toBe('STARTED');
    await owner.graphql(STOP_ALL);
    expect(await stream.ended()).toBe('COMPLETE');
  });

  it('is for the patient alone', async () => {
    for (const client of [staff, helper]) {
      for (const query of [STOP_ALL, RESUME]) {
        const { errors } = await client.answer(query);
        expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', needs: 'PATIENT' });
      }
    }
  });
});
