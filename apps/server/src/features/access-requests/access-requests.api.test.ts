import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { writeId } from '../../platform/global-id.ts';

const ASK = `mutation ($input: AskForAccessInput!) { askForAccess(input: $input) { __typename ... on AccessAskedFor { message } } }`;
const MORE = 'mutation ($input: AskForMoreInput!) { askForMore(input: $input) }';
const REQUESTS = `query ($id: ID!) { record(id: $id) { sharing { requests { id askedBy grantee granteeKind labels reason answer } } } }`;
const ANSWER = `mutation ($input: AnswerAccessRequestInput!) { answerAccessRequest(input: $input) { __typename
  ... on AccessRequestAnswered { request { answer } record { sharing { grants { labels rights grantee { name } } } } } } }`;
const SEEN = 'query ($id: ID!) { record(id: $id) { viewerLabels viewerRights } }';

let server: TestServer;
let patient: MadePatient;
let team: MadeTeam;
let owner: AppClient;
let staff: AppClient;
let nhsNumber: string;
let number = 9_980_000_000;

beforeAll(async () => {
  server = await aServer();
});
beforeEach(async () => {
  const { db } = server;
  nhsNumber = String(number++);
  team = await aTeam(db);
  patient = await aPatient(db).named('Jo', 'Ashcroft').known(nhsNumber, '1971-03-04').stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(db, { team })).email, 'PROFESSIONAL');
});

const ask = (chosen: object = {}) =>
  staff.answer(ASK, {
    input: {
      id: randomUUID(),
      nhsNumber,
      birthDate: '1971-03-04',
      familyName: 'Ashcroft',
      team: writeId('TEAM', team.id),
      reason: 'We were asked to help.',
      ...chosen,
    },
  });
const requests = async () =>
  (await owner.graphql(REQUESTS, { id: patient.recordId })).record.sharing.requests as { id: string }[];
const answer = async (id: string, chosen: object) =>
  (await owner.graphql(ANSWER, { input: { request: id, ...chosen } })).answerAccessRequest;

describe('asking for access', () => {
  it('answers in the same bytes whether there is a record or not', async () => {
    const found = JSON.stringify(await ask());
    for (const wrong of [{ birthDate: '1971-03-05' }, { familyName: 'Other' }, { nhsNumber: '1' }]) {
      expect(JSON.stringify(await ask(wrong))).toBe(found);
    }
    expect(JSON.stringify(await ask())).toBe(found);
    expect(await requests()).toMatchObject([
      {
        granteeKind: 'TEAM',
        grantee: team.name,
        labels: ['GENERAL'],
        reason: 'We were asked to help.',
        answer: null,
      },
    ]);
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record).toBeNull();
  });

  it('is counted for the patient alone, until it is answered', async () => {
    const COUNT = 'query ($id: ID!) { record(id: $id) { waitingRequestCount } }';
    const counts = (client: AppClient) => client.graphql(COUNT, { id: patient.recordId });
    await ask({ labels: ['GENERAL'] });
    expect((await counts(owner)).record).toEqual({ waitingRequestCount: 1 });
    const [request] = await requests();
    await answer(request?.id as string, { give: true });
    expect((await counts(owner)).record).toEqual({ waitingRequestCount: 0 });
    await ask({ labels: ['SOCIAL_CARE'] });
    expect((await counts(owner)).record).toEqual({ waitingRequestCount: 1 });
    expect((await counts(staff)).record).toEqual({ waitingRequestCount: 0 });
  });

  it('shows the patient, who gives what they choose, or declines, once', async () => {
    await ask({ labels: ['GENERAL', 'MENTAL_HEALTH'] });
    const [request] = await requests();
    const given = await answer(request?.id as string, { give: true, labels: ['GENERAL'], rights: ['SEE'] });
    expect(given.request.answer).toBe('GIVEN');
    expect(given.record.sharing.grants).toContainEqual({
      labels: ['GENERAL'],
      rights: ['SEE'],
      grantee: { name: team.name },
    });
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record.viewerLabels).toEqual(['GENERAL']);
    expect((await answer(request?.id as string, { give: true })).__typename).toBe('NotFound');
    await ask({ labels: ['SOCIAL_CARE'] });
    const [second] = await requests();
    expect((await answer(second?.id as string, { give: false })).request.answer).toBe('DECLINED');
    expect((await staff.graphql(SEEN, { id: patient.recordId })).record.viewerLabels).toEqual(['GENERAL']);
  });

  it('lets a carer ask for more, which a yes adds to what they have', async () => {
    const { db } = server;
    const carer = await aCarer(db);
    const cared = await aPatient(db)
      .sharing('GENERAL', { with: carer, rights: ['SEE'] })
      .stored();
    const helper = await server.asPerson(carer.email, 'CARER');
    const input = {
      id: randomUUID(),
      record: cared.recordId,
      labels: ['MENTAL_HEALTH'],
      rights: ['MESSAGE'],
    };
    expect((await helper.graphql(MORE, { input: { ...input, record: patient.recordId } })).askForMore).toBe(
      false,
    );
    expect((await helper.graphql(MORE, { input })).askForMore).toBe(true);
    const person = await server.asPerson(cared.email, 'PATIENT');
    const { record } = await person.graphql(REQUESTS, { id: cared.recordId });
    const [request] = record.sharing.requests;
    expect(request).toMatchObject({ granteeKind: 'CARER', labels: ['MENTAL_HEALTH'] });
    await person.graphql(ANSWER, { input: { request: request.id, give: true } });
    expect((await helper.graphql(SEEN, { id: cared.recordId })).record).toEqual({
      viewerLabels: ['GENERAL', 'MENTAL_HEALTH'],
      viewerRights: ['MESSAGE', 'SEE'],
    });
  });
});
