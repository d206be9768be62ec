import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../../test/builders/a-patient.ts';
import {
  aCarer,
  aPrivacyOfficer,
  aProfessional,
  aTeam,
  type MadeTeam,
} from '../../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { writeId } from '../../../platform/global-id.ts';

const OPEN = 'query ($id: ID!) { record(id: $id) { givenName } }';
const LOG = `query ($id: ID!) { record(id: $id) { accessLog(kinds: [OPENED]) { nodes {
  id person mayQuestion question { words outcome answer answeredBy organisation }
} } } }`;
const ASK = `mutation ($input: QuestionAccessInput!) { questionAccess(input: $input) {
  __typename ... on AccessQuestioned { entry { mayQuestion question { words outcome } } }
} }`;
const DESK = `query ($office: ID!, $waiting: Boolean) { privacyDesk(organisation: $office) {
  questions(waiting: $waiting) { nodes { id askedBy words outcome viewerMayAnswer entry { person team lookedAt purpose } } }
} }`;
const ANSWER = `mutation ($input: AnswerAccessQuestionInput!) { answerAccessQuestion(input: $input) {
  __typename ... on AccessQuestionAnswered { question { outcome answer } }
} }`;

let server: TestServer;
let team: MadeTeam;
let staff: AppClient;
let officer: AppClient;

const anOfficer = async (organisationId: string): Promise<AppClient> =>
  server.asPerson((await aPrivacyOfficer(server.db, organisationId)).email, 'PROFESSIONAL');

beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
  officer = await anOfficer(team.organisationId);
});

interface Scene {
  patient: MadePatient;
  owner: AppClient;
  entry: string;
}

async function aLook(by = staff): Promise<Scene> {
  const patient = await aPatient(server.db).sharing('GENERAL', { with: team }).withEntry().stored();
  const owner = await server.asPerson(patient.email, 'PATIENT');
  await by.graphql(OPEN, { id: patient.recordId });
  const { record } = await owner.graphql(LOG, { id: patient.recordId });
  return { patient, owner, entry: record.accessLog.nodes[0].id };
}
const ask = ({ owner, entry }: Scene, words = 'Who is this?', id = randomUUID()) =>
  owner.graphql(ASK, { input: { id, entry, words } });
/** The questions to the team's organisation; null to whoever is no officer of it. */
const desk = async (client: AppClient, waiting: boolean | null = true) => {
  const office = writeId('ORGANISATION', team.organisationId);
  return (await client.graphql(DESK, { office, waiting })).privacyDesk?.questions.nodes ?? null;
};

describe('a question about an entry of the log', () => {
  it('is not answered by the one whose look it is about, whatever office they hold', async () => {
    const looks = await aProfessional(server.db, { team });
    await server.db.rows(
      `insert into heldwell.organisation_officer (organisation_id, person_id, role) values ($1, $2, 'PRIVACY_OFFICER')`,
      [team.organisationId, looks.personId],
    );
    const theirs = await server.asPerson(looks.email, 'PROFESSIONAL');
    const scene = await aLook(theirs);
    await ask(scene, 'Who was that?');
    const askedOf = async (by: AppClient) =>
      (await desk(by)).find(({ words }: { words: string }) => words === 'Who was that?');
    const asked = await askedOf(theirs);
    expect([asked.viewerMayAnswer, (await askedOf(officer)).viewerMayAnswer]).toEqual([false, true]);
    const input = { question: asked.id, outcome: 'RIGHT', answer: 'Fine' };
    expect((await theirs.graphql(ANSWER, { input })).answerAccessQuestion.__typename).toBe('NotFound');
    const { answerAccessQuestion } = await officer.graphql(ANSWER, { input });
    expect(answerAccessQuestion.__typename).toBe('AccessQuestionAnswered');
  });

  it('goes to the privacy officer of that organisation, and the answer stands beside the entry', async () => {
    const scene = await aLook();
    const { patient, owner } = scene;
    const { questionAccess } = await ask(scene);
    expect(questionAccess.entry).toEqual({
      mayQuestion: false,
      question: { words: 'Who is this?', outcome: null },
    });
    const [question] = await desk(officer);
    expect(question).toMatchObject({
      askedBy: `${patient.givenName} ${patient.familyName}`,
      words: 'Who is this?',
      entry: { team: team.name, lookedAt: ['DETAILS'], purpose: 'PATIENT_CHOICE' },
    });
    const input = {
      question: question.id,
      outcome: 'WRONG',
      answer: 'They opened the wrong record. We are sorry.',
    };
    const { answerAccessQuestion } = await officer.graphql(ANSWER, { input });
    expect(answerAccessQuestion.question).toEqual({ outcome: 'WRONG', answer: input.answer });
    const again = await officer.graphql(ANSWER, {
      input: { ...input, outcome: 'RIGHT', answer: 'All is well.' },
    });
    expect(again.answerAccessQuestion.question.outcome).toBe('WRONG');
    expect(await desk(officer)).toEqual([]);
    const { record } = await owner.graphql(LOG, { id: patient.recordId });
    const asked = record.accessLog.nodes.find(({ question: one }: { question: object | null }) => one);
    expect(asked.question).toMatchObject({
      outcome: 'WRONG',
      answer: input.answer,
      answeredBy: expect.stringContaining('Pat'),
    });
  });

  it('is one an entry, sent twice or asked twice', async () => {
    const scene = await aLook();
    const id = randomUUID();
    await ask(scene, 'First', id);
    await ask(scene, 'First', id);
    const again = await ask(scene, 'Second');
    expect(again.questionAccess.entry.question.words).toBe('First');
    const rows = await server.db.rows('select 1 from heldwell.access_question where patient_id = $1', [
      scene.patient.id,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is read by nobody else: not the team, another officer, nor one who no longer is', async () => {
    const scene = await aLook();
    await ask(scene, scene.patient.id);
    const other = await anOfficer((await aTeam(server.db)).organisationId);
    const mine = (client: AppClient) =>
      desk(client).then((nodes) =>
        nodes?.filter(({ words }: { words: string }) => words === scene.patient.id),
      );
    expect(await mine(officer)).toHaveLength(1);
    expect(await desk(staff)).toBeNull();
    expect(await desk(other)).toBeNull();
    const [{ id }] = await mine(officer);
    const input = { question: id, outcome: 'RIGHT', answer: 'Fine' };
    for (const client of [staff, other])
      expect((await client.graphql(ANSWER, { input })).answerAccessQuestion.__typename).toBe('NotFound');
    await server.db.rows(
      'update heldwell.organisation_officer set until = now() where organisation_id = $1',
      [team.organisationId],
    );
    expect(await desk(officer)).toBeNull();
    await server.db.rows('update heldwell.organisation_officer set until = null where organisation_id = $1', [
      team.organisationId,
    ]);
    expect(await mine(officer)).toHaveLength(1);
  });

  it('is asked by the patient alone, and of no carer', async () => {
    const scene = await aLook();
    const input = { id: randomUUID(), entry: scene.entry, words: 'Why?' };
    expect((await staff.answer(ASK, { input })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const stranger = await aLook();
    expect((await stranger.owner.graphql(ASK, { input })).questionAccess.__typename).toBe('NotFound');
    const carer = await aCarer(server.db);
    const cared = await aPatient(server.db).sharing('GENERAL', { with: carer }).stored();
    await (await server.asPerson(carer.email, 'CARER')).graphql(OPEN, { id: cared.recordId });
    const owner = await server.asPerson(cared.email, 'PATIENT');
    const { record } = await owner.graphql(LOG, { id: cared.recordId });
    expect(record.accessLog.nodes).toMatchObject([{ mayQuestion: false, question: null }]);
    const own = { id: randomUUID(), entry: record.accessLog.nodes[0].id, words: 'Why?' };
    expect((await owner.graphql(ASK, { input: own })).questionAccess.__typename).toBe('NotFound');
  });

  it('gives the officer no sight of the record, and their reading is in the log', async () => {
    const scene = await aLook();
    await ask(scene);
    await desk(officer);
    const answer = await officer.graphql(OPEN, { id: scene.patient.recordId });
    expect(answer.record).toBeNull();
    const looks = await server.db.rows(
      `select role, purpose, what from heldwell.access_log where patient_id = $1 and purpose = 'PRIVACY_OFFICE'`,
      [scene.patient.id],
    );
    expect(looks).toEqual([{ role: 'PRIVACY_OFFICER', purpose: 'PRIVACY_OFFICE', what: 'QUESTION' }]);
  });
});
