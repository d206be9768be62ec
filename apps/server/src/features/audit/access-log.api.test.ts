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
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { CHANGE, RELABEL, SHARE, STOP } from '../../../test/harness/commands.ts';
import { aPicture, putUp } from '../../../test/harness/files.ts';
import { writeId } from '../../platform/global-id.ts';

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

  it('is one for each thing that came with what one operation did', async () => {
    const helper = await aCarer(server.db);
    const patient = await shared()
      .sharing('GENERAL', { with: helper, rights: ['SEE', 'ADD'] })
      .stored();
    const client = await server.asPerson(helper.email, 'CARER');
    const document = async () => {
      const record = patient.recordId;
      const put = await putUp(client, { bytes: aPicture(), record });
      return { id: randomUUID(), record, label: 'GENERAL', title: 'A letter', attachments: [put.id] };
    };
    const add = (name: string) =>
      `${name}: addDocument(input: $${name}) { ... on DocumentAdded { entry { title } } }`;
    await client.graphql(
      `mutation ($one: AddDocumentInput!, $other: AddDocumentInput!) { ${add('one')} ${add('other')} }`,
      { one: await document(), other: await document() },
    );
    const opened = (await looks(patient, 'OPENED')).map(({ opened_id }) => opened_id);
    expect(new Set(opened).size).toBe(2);
  });

  it('of questionnaires alone is no privacy officer’s', async () => {
    const patient = await shared().withEntry({ kind: 'QUESTIONNAIRE_SCORE' }).stored();
    await staff.graphql(
      'query ($id: ID!) { record(id: $id) { entries(kind: QUESTIONNAIRE_SCORE) { nodes { id } } } }',
      { id: patient.recordId },
    );
    expect(await looks(patient, 'OPENED')).toMatchObject([
      { what: 'QUESTIONNAIRES', role: 'COORDINATOR', purpose: 'PATIENT_CHOICE' },
    ]);
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

  it('is there for stopping and resuming, emergencies, studies and freezes, too', async () => {
    const patient = await shared().stored();
    const owner = await server.asPerson(patient.email, 'PATIENT');
    const study = randomUUID();
    await server.db.rows(
      `insert into heldwell.study (id, code, name, description, open) values ($1, $2, 'Sleep', 'About sleep.', true)`,
      [study, study],
    );
    const said = async (text: string) => owner.graphql(`mutation { ${text} { __typename } }`);
    await said('stopAllSharing(input: {})');
    await said('resumeSharing');
    await said('setEmergencyAccess(input: { labels: [GENERAL] })');
    const decide = (given: boolean) =>
      said(`decideOnResearch(input: { study: "${writeId('STUDY', study)}", given: ${given} })`);
    await decide(true);
    await decide(false);
    const changes = (await looks(patient, 'SHARED')).filter(({ what }) => !what.startsWith('GRANT'));
    expect(changes.map(({ what, about }) => [what, about])).toEqual([
      ['SHARING_STOPPED', null],
      ['SHARING_RESUMED', null],
      ['EMERGENCY_SET', null],
      ['RESEARCH_GIVEN', 'Sleep'],
      ['RESEARCH_WITHDRAWN', 'Sleep'],
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
