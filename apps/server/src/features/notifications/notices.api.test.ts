import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadePerson,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, SHARE, START, STOP } from '../../../test/harness/commands.ts';
import { writeId } from '../../platform/global-id.ts';

const LIST = `{ viewer { unreadNoticeCount notices { nodes {
  id kind at readAt reference forDiscussion recordId recordName granteeName madeBy madeByViewer
} } } }`;
const MARK = 'mutation ($ids: [ID!]!) { markNoticesRead(input: { notices: $ids }) { unreadCount } }';
const LEAVE = 'mutation ($id: ID!) { leaveRecord(input: { record: $id }) }';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let member: MadePerson;
let owner: AppClient;
let staff: AppClient;

async function aScene(): Promise<void> {
  const { db } = server;
  team = await aTeam(db);
  patient = await aPatient(db).withEntry({ label: 'GENERAL' }).stored();
  member = await aProfessional(db, { team });
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
}
const told = async (client: AppClient) => (await client.graphql(LIST)).viewer.notices.nodes;
const kinds = async (client: AppClient) => (await told(client)).map(({ kind }: { kind: string }) => kind);
const share = (labels: string[], chosen: object = {}) =>
  owner.graphql(SHARE, {
    input: {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      labels,
      rights: ['SEE', 'MESSAGE'],
      ...chosen,
    },
  });
const jobs = (name: string) =>
  server.db.rows<{ payload: Record<string, unknown> }>(
    `select j.payload from heldwell_jobs._private_jobs j join heldwell_jobs._private_tasks t on t.id = j.task_id
      where t.identifier = $1 order by j.id`,
    [name],
  );

beforeAll(async () => {
  server = await aServer();
});

describe('a change of access', () => {
  it('is told to both sides when it is given, changed and ended, and to every member of the team', async () => {
    await aScene();
    const colleague = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
    const grant = (await share(['GENERAL'])).shareWithTeam.grant.id;
    const name = `${patient.givenName} ${patient.familyName}`;
    expect(await told(owner)).toEqual([
      expect.objectContaining({
        kind: 'ACCESS_GIVEN',
        readAt: null,
        recordId: null,
        recordName: null,
        granteeName: team.name,
        madeBy: name,
        madeByViewer: true,
        forDiscussion: false,
      }),
    ]);
    for (const client of [staff, colleague]) {
      expect(await told(client)).toEqual([
        expect.objectContaining({
          kind: 'ACCESS_GIVEN',
          recordId: patient.recordId,
          recordName: name,
          granteeName: team.name,
          madeBy: null,
          madeByViewer: false,
        }),
      ]);
    }
    await owner.graphql(CHANGE, { grant, labels: ['GENERAL', 'SOCIAL_CARE'] });
    await owner.graphql(STOP, { grant });
    const all = ['ACCESS_ENDED', 'ACCESS_CHANGED', 'ACCESS_GIVEN'];
    expect([await kinds(owner), await kinds(staff)]).toEqual([all, all]);
  });

  it('names the record only while its reader may see it', async () => {
    await aScene();
    const grant = (await share(['GENERAL'])).shareWithTeam.grant.id;
    const named = async () => (await told(staff)).map((one: { recordName: string }) => one.recordName);
    const name = `${patient.givenName} ${patient.familyName}`;
    expect(await named()).toEqual([name]);
    const looks = () =>
      server.db.rows(`select 1 from heldwell.access_log where patient_id = $1 and action = 'LISTED'`, [
        patient.id,
      ]);
    expect(await looks()).toHaveLength(1);
    await owner.graphql(STOP, { grant });
    expect(await named()).toEqual([null, null]);
    expect(await looks()).toHaveLength(1);
  });

  it('is told to nobody when it is undone', async () => {
    await aScene();
    const before = (await jobs('mailNotice')).length;
    const client = await server.db.owner.connect();
    const give = `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights,
        basis, valid_from, given_by, recorded_at)
      values ($1, $2, 1, 'TEAM', $3, 'A team', '{GENERAL}', '{SEE}', 'PATIENT_CHOICE', now(), 'Somebody', now())`;
    for (const end of ['rollback', 'commit']) {
      await client.query('begin');
      await client.query(give, [patient.id, randomUUID(), team.id]);
      await client.query(end);
      const heard = end === 'commit' ? ['ACCESS_GIVEN'] : [];
      expect([await kinds(owner), await kinds(staff)]).toEqual([heard, heard]);
      expect((await jobs('mailNotice')).length - before).toBe(heard.length * 2);
    }
    client.release();
  });

  it('is told to nobody else, and in no other app', async () => {
    await aScene();
    await share(['GENERAL']);
    const stranger = await server.asPerson((await aPatient(server.db).stored()).email, 'PATIENT');
    const elsewhere = await server.asPerson(member.email, 'PATIENT');
    const others = await server.asPerson(
      (await aProfessional(server.db, { team: await aTeam(server.db) })).email,
      'PROFESSIONAL',
    );
    for (const client of [stranger, elsewhere, others]) expect(await told(client)).toEqual([]);
    expect(await told(staff)).toHaveLength(1);
    const id = (await told(staff))[0].id;
    expect(await stranger.graphql(MARK, { ids: [id] })).toEqual({ markNoticesRead: { unreadCount: 0 } });
    expect((await told(staff))[0].readAt).toBeNull();
    expect(await staff.graphql(MARK, { ids: [id] })).toEqual({ markNoticesRead: { unreadCount: 0 } });
    expect((await told(staff))[0].readAt).not.toBeNull();
    const nobody = await server.asNobody('PATIENT').answer('{ viewer { unreadNoticeCount } }');
    expect(nobody.data).toEqual({ viewer: null });
  });

  it('is told to a carer and the patient when the carer leaves', async () => {
    const carer = await aCarer(server.db);
    const one = await aPatient(server.db).sharing('GENERAL', { with: carer }).stored();
    const caring = await server.asPerson(carer.email, 'CARER');
    const own = await server.asPerson(one.email, 'PATIENT');
    expect(await told(caring)).toEqual([
      expect.objectContaining({ kind: 'ACCESS_GIVEN', granteeName: null }),
    ]);
    await caring.graphql(LEAVE, { id: one.recordId });
    expect([await kinds(own), await kinds(caring)]).toEqual([
      ['ACCESS_ENDED', 'ACCESS_GIVEN'],
      ['ACCESS_ENDED', 'ACCESS_GIVEN'],
    ]);
    expect((await told(own))[0]).toMatchObject({ madeByViewer: false, granteeName: carer.name });
  });

  it('of an emergency is told as what it is', async () => {
    await aScene();
    await server.db.rows(
      `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights, basis,
         valid_from, valid_until, given_by, recorded_at)
       values ($1, $2, 1, 'TEAM', $3, $4, '{GENERAL}', '{SEE}', 'EMERGENCY', now(), now() + interval '1 hour', 'Dr Sam', now())`,
      [patient.id, randomUUID(), team.id, team.name],
    );
    expect(await kinds(owner)).toEqual(['EMERGENCY_ACCESS']);
    expect((await told(owner))[0]).toMatchObject({ madeBy: 'Dr Sam', madeByViewer: false });
  });

  it('that a team of direct care gets before the record is taken up is told when it is', async () => {
    const { db } = server;
    await aScene();
    await db.rows('update heldwell.patient set person_id = null where id = $1', [patient.id]);
    await db.rows(
      `insert into heldwell.consent_grant (patient_id, id, version, grantee_kind, grantee_id, grantee_name, labels, rights, basis,
         valid_from, given_by, recorded_at)
       values ($1, $2, 1, 'TEAM', $3, $4, '{GENERAL}', '{SEE}', 'DIRECT_CARE', now(), 'A feed', now())`,
      [patient.id, randomUUID(), team.id, team.name],
    );
    expect([await kinds(owner), await kinds(staff)]).toEqual([[], []]);
    const mails = (await jobs('mailNotice')).length;
    await db.rows('update heldwell.patient set person_id = $2 where id = $1', [patient.id, patient.personId]);
    expect((await kinds(owner)).sort()).toEqual(['ACCESS_GIVEN', 'RECORD_TAKEN_UP']);
    expect((await jobs('mailNotice')).length - mails).toBe(1);
  });

  it('for one discussion is told to a carer, and by the message alone to the team it is written to', async () => {
    await aScene();
    const carer = await aCarer(server.db);
    const one = await aPatient(server.db).sharing('GENERAL', { with: carer }).stored();
    const own = await server.asPerson(one.email, 'PATIENT');
    const input = {
      id: randomUUID(),
      team: writeId('TEAM', team.id),
      label: 'MENTAL_HEALTH',
      subject: 'A question',
      text: 'Hello.',
      copyTo: [writeId('CARER', carer.id, one.id)],
      allowCarersWithoutLabel: true,
    };
    await own.graphql(START, { input });
    const [newest] = await told(await server.asPerson(carer.email, 'CARER'));
    expect(newest).toMatchObject({ kind: 'ACCESS_GIVEN', forDiscussion: true });
    expect(await told(staff)).toEqual([]);
  });
});

describe('a label that moves', () => {
  it('is told to the patient where somebody gains or loses sight, and rings once until it is read', async () => {
    await aScene();
    await share(['GENERAL']);
    const two = await aPatient(server.db).withEntry({ label: 'GENERAL' }).stored();
    const alone = await server.asPerson(two.email, 'PATIENT');
    await alone.graphql(RELABEL, { entry: two.entryId(), label: 'SOCIAL_CARE' });
    expect(await kinds(alone)).toEqual([]);
    await owner.graphql(RELABEL, { entry: patient.entryId(), label: 'SOCIAL_CARE' });
    await owner.graphql(RELABEL, { entry: patient.entryId(), label: 'GENERAL' });
    expect(await kinds(owner)).toEqual(['LABEL_CHANGED', 'ACCESS_GIVEN']);
    expect(await kinds(staff)).toEqual(['ACCESS_GIVEN']);
  });
});

describe('what the serving role may do with notices', () => {
  it('is to read and to mark: it writes none, and puts no job into the queue', async () => {
    const { serving } = server.db.services.database;
    for (const statement of [
      `insert into heldwell.notice (person_id, app, kind, at) select id, 'PATIENT', 'ACCESS_ENDED', now() from heldwell.person`,
      `update heldwell.notice set kind = kind`,
      'delete from heldwell.notice',
      `select heldwell.tell('ACCESS_ENDED', '{}', 'PATIENT', '{}', true)`,
      `select heldwell.tell_expired(gen_random_uuid(), gen_random_uuid(), 1)`,
      `select heldwell_jobs.add_job('mailNotice', '{}')`,
      'select 1 from heldwell.demo_mail',
    ]) {
      await expect(serving.query(statement), statement).rejects.toThrow(/permission denied/);
    }
    expect((await serving.query('select 1 from heldwell.notice')).rowCount).toBe(0);
    expect((await server.db.rows('select 1 from heldwell.notice limit 1')).length).toBe(1);
  });
});
