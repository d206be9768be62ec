import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import {
  aCarer,
  aPrivacyOfficer,
  aProfessional,
  aTeam,
  type MadeTeam,
} from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';
import { noticeMail } from './notice-mail.ts';

const LIST = `{ viewer { unreadNoticeCount notices { nodes {
  kind recordId recordName granteeName madeBy madeByViewer requestId officeId
} } } }`;
const REQUESTS = 'query ($id: ID!) { record(id: $id) { sharing { requests { id answer } } } }';
const ASK = `mutation ($input: AskForAccessInput!) { askForAccess(input: $input) { __typename } }`;
const MORE = 'mutation ($input: AskForMoreInput!) { askForMore(input: $input) }';
const ANSWER = `mutation ($input: AnswerAccessRequestInput!) { answerAccessRequest(input: $input) { __typename } }`;
const OPEN = 'query ($id: ID!) { record(id: $id) { givenName } }';
const LOG = `query ($id: ID!) { record(id: $id) { accessLog(kinds: [OPENED]) { nodes { id } } } }`;
const QUESTION = `mutation ($input: QuestionAccessInput!) { questionAccess(input: $input) { __typename } }`;
const DESK = `query ($office: ID!) { privacyDesk(organisation: $office) { questions { nodes { id } } } }`;
const SETTLE = `mutation ($input: AnswerAccessQuestionInput!) { answerAccessQuestion(input: $input) { __typename } }`;

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;
let staffName: string;
let number = 9_970_000_000;

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  const member = await aProfessional(server.db, { team });
  staffName = `${member.givenName} ${member.familyName}`;
  staff = await server.asPerson(member.email, 'PROFESSIONAL');
});
const told = async (client: AppClient) => (await client.graphql(LIST)).viewer.notices.nodes;
const ofKind = async (client: AppClient, kind: string) =>
  (await told(client)).filter((notice: { kind: string }) => notice.kind === kind);
const ownerOf = (patient: MadePatient) => server.asPerson(patient.email, 'PATIENT');
const jobs = () =>
  server.db.rows<{ identifier: string }>(
    `select t.identifier from heldwell_jobs._private_jobs j join heldwell_jobs._private_tasks t on t.id = j.task_id`,
  );
const ask = (nhsNumber: string, id = randomUUID()) =>
  staff.graphql(ASK, {
    input: {
      id,
      nhsNumber,
      birthDate: '1971-03-04',
      familyName: 'Ashcroft',
      team: writeId('TEAM', team.id),
    },
  });

describe('a question for access', () => {
  it('is told to the patient alone, by mail too, until it is answered, and once however often it is sent', async () => {
    const nhsNumber = String(number++);
    const patient = await aPatient(server.db).named('Jo', 'Ashcroft').known(nhsNumber, '1971-03-04').stored();
    const owner = await ownerOf(patient);
    const id = randomUUID();
    const before = (await jobs()).length;
    await ask(nhsNumber, id);
    await ask(nhsNumber, id);
    const { requests } = (await owner.graphql(REQUESTS, { id: patient.recordId })).record.sharing;
    const notice = {
      kind: 'ACCESS_ASKED',
      recordId: null,
      recordName: null,
      granteeName: team.name,
      madeBy: staffName,
      madeByViewer: false,
      requestId: requests[0].id,
      officeId: null,
    };
    expect(await told(owner)).toEqual([notice]);
    expect((await jobs()).slice(before).map(({ identifier }) => identifier)).toEqual([
      'tellNotices',
      'mailNotice',
    ]);
    expect(await told(staff)).toEqual([]);
    await owner.graphql(ANSWER, { input: { request: requests[0].id, give: false } });
    expect(await told(owner)).toEqual([{ ...notice, requestId: null }]);
  });

  it('puts as much into the queue where there is no such record', async () => {
    const before = (await jobs()).length;
    await ask(String(number++));
    expect((await jobs()).slice(before).map(({ identifier }) => identifier)).toEqual([
      'tellNotices',
      'mailNotice',
    ]);
  });

  it('of a carer for more is told too, and not where they see nothing', async () => {
    const carer = await aCarer(server.db);
    const cared = await aPatient(server.db).sharing('GENERAL', { with: carer }).stored();
    const stranger = await aPatient(server.db).stored();
    const helper = await server.asPerson(carer.email, 'CARER');
    const input = { labels: ['MENTAL_HEALTH'], rights: ['SEE'] };
    await helper.graphql(MORE, { input: { ...input, id: randomUUID(), record: cared.recordId } });
    await helper.graphql(MORE, { input: { ...input, id: randomUUID(), record: stranger.recordId } });
    expect(await ofKind(await ownerOf(cared), 'ACCESS_ASKED')).toMatchObject([{ granteeName: carer.name }]);
    expect(await ofKind(await ownerOf(stranger), 'ACCESS_ASKED')).toEqual([]);
    expect(await ofKind(helper, 'ACCESS_ASKED')).toEqual([]);
  });
});

describe('a question about a look', () => {
  it('is told to the privacy officers of that organisation, and its answer to the patient', async () => {
    const desk = await aTeam(server.db);
    const member = await aProfessional(server.db, { team: desk });
    const looking = await server.asPerson(member.email, 'PROFESSIONAL');
    const anOfficer = async (of: string) =>
      server.asPerson((await aPrivacyOfficer(server.db, of)).email, 'PROFESSIONAL');
    const officer = await anOfficer(desk.organisationId);
    const elsewhere = await anOfficer(team.organisationId);
    const patient = await aPatient(server.db).sharing('GENERAL', { with: desk }).withEntry().stored();
    const owner = await ownerOf(patient);
    await looking.graphql(OPEN, { id: patient.recordId });
    const entry = (await owner.graphql(LOG, { id: patient.recordId })).record.accessLog.nodes[0].id;
    const input = { id: randomUUID(), entry, words: 'Who is this?' };
    await owner.graphql(QUESTION, { input });
    await owner.graphql(QUESTION, { input });
    const office = writeId('ORGANISATION', desk.organisationId);
    const asked = { kind: 'LOOK_QUESTIONED', granteeName: null, madeBy: null, requestId: null };
    expect(await told(officer)).toEqual([
      { ...asked, recordId: null, recordName: null, madeByViewer: false, officeId: office },
    ]);
    for (const other of [elsewhere, looking]) expect(await ofKind(other, 'LOOK_QUESTIONED')).toEqual([]);
    expect(await ofKind(owner, 'QUESTION_ANSWERED')).toEqual([]);
    const [question] = (await officer.graphql(DESK, { office })).privacyDesk.questions.nodes;
    const settle = { question: question.id, outcome: 'RIGHT', answer: 'They work here.' };
    await officer.graphql(SETTLE, { input: settle });
    await officer.graphql(SETTLE, { input: settle });
    const answered = await ofKind(owner, 'QUESTION_ANSWERED');
    expect(answered).toMatchObject([{ recordId: null, officeId: null, requestId: null }]);
    const [organisation] = await server.db.rows<{ name: string }>(
      'select name from heldwell.organisation where id = $1',
      [desk.organisationId],
    );
    expect(answered[0].granteeName).toBe(organisation?.name);
    expect(await told(officer)).toMatchObject([{ kind: 'LOOK_QUESTIONED', officeId: null }]);
  });
});

describe('the mail about a question', () => {
  it('says the same for each kind, and nothing of what or who', () => {
    const of = (kind: string) =>
      noticeMail({ id: '7f3a09c2-0000', app: 'PATIENT', kind, email: 'a@b.c' }, 'https://record.example.org');
    const mail = of('ACCESS_ASKED');
    expect([of('LOOK_QUESTIONED'), of('QUESTION_ANSWERED')]).toEqual([mail, mail]);
    expect(mail.subject).toBe('A question about access to a record');
    expect(of('ACCESS_GIVEN').subject).toBe('Sharing of a record changed');
  });
});
