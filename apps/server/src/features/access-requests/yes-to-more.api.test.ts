import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../test/builders/a-patient.ts';
import { aCarer, aProfessional, aTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';
import type { AppClient } from '../../../test/harness/app-client.ts';
import { STOP } from '../../../test/harness/commands.ts';
import { readRowId, writeId } from '../../platform/global-id.ts';

const MORE = 'mutation ($input: AskForMoreInput!) { askForMore(input: $input) }';
const ASKED = `query ($id: ID!) { record(id: $id) { sharing { requests { id answer }
  grants { id state labels rights validUntil endsWithTeam { id } grantee { kind name } } } } }`;
const ANSWER = `mutation ($input: AnswerAccessRequestInput!) { answerAccessRequest(input: $input) { __typename
  ... on AccessRequestAnswered { request { answer } } } }`;
const CHANGE = `mutation ($input: ChangeSharingInput!) { changeSharing(input: $input) { __typename } }`;
const STOP_ALL = 'mutation { stopAllSharing(input: {}) { stop { stoppedAt } } }';
const RESUME = 'mutation { resumeSharing { __typename } }';
const END = '2027-03-31T22:59:59.000Z';

let server: TestServer;
let patient: MadePatient;
let owner: AppClient;
let carer: AppClient;

beforeAll(async () => {
  server = await aServer();
});

/** A carer who sees General health until what is chosen. */
async function aCarerUntil(end: object): Promise<void> {
  const person = await aCarer(server.db);
  patient = await aPatient(server.db)
    .sharing('GENERAL', { with: person, rights: ['SEE'] })
    .withThread({ with: await aTeam(server.db) })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  carer = await server.asPerson(person.email, 'CARER');
  const grant = (await held()).id;
  await owner.graphql(CHANGE, { input: { grant, labels: ['GENERAL'], ...end } });
}
const sharing = async () => (await owner.graphql(ASKED, { id: patient.recordId })).record.sharing;
const held = async () =>
  (await sharing()).grants.find(
    ({ grantee, state }: { grantee: { kind: string }; state: string }) =>
      grantee.kind === 'CARER' && state !== 'ENDED',
  );
const askForMore = async () => {
  const input = {
    id: randomUUID(),
    record: patient.recordId,
    labels: ['MENTAL_HEALTH'],
    rights: ['MESSAGE'],
  };
  expect((await carer.graphql(MORE, { input })).askForMore).toBe(true);
};
const sayYes = async (chosen: object = {}) => {
  const { requests } = await sharing();
  const { id } = requests.find(({ answer }: { answer: string | null }) => answer === null);
  const { answerAccessRequest } = await owner.graphql(ANSWER, {
    input: { request: id, give: true, ...chosen },
  });
  expect(answerAccessRequest.__typename).toBe('AccessRequestAnswered');
};
const more = { labels: ['GENERAL', 'MENTAL_HEALTH'], rights: ['SEE', 'MESSAGE'] };
const endsOf = async () => {
  const { validUntil, endsWithTeam } = await held();
  return { validUntil: validUntil && new Date(validUntil).toISOString(), team: endsWithTeam?.id ?? null };
};

describe('a yes to more', () => {
  it('keeps the day on which access ends, unless the answer names another or none', async () => {
    await aCarerUntil({ validUntil: END });
    await askForMore();
    await sayYes();
    expect(await held()).toMatchObject(more);
    expect(await endsOf()).toEqual({ validUntil: END, team: null });
    await askForMore();
    await sayYes({ validUntil: '2027-06-30T22:59:59.000Z' });
    expect(await endsOf()).toEqual({ validUntil: '2027-06-30T22:59:59.000Z', team: null });
    await askForMore();
    await sayYes({ validUntil: null });
    expect(await endsOf()).toEqual({ validUntil: null, team: null });
  });

  it('keeps the team’s care and the discussion that access ends with, until the answer names an end', async () => {
    const team = await aTeam(server.db);
    await aProfessional(server.db, { team });
    const untilDischargedBy = writeId('TEAM', team.id);
    await aCarerUntil({ untilDischargedBy });
    const ending = readRowId('THREAD', patient.threadId()).row;
    await server.db.rows(
      `update heldwell.consent_grant set ends_with_thread = $2
        where patient_id = $1 and superseded_at is null and grantee_kind = 'CARER'`,
      [patient.id, ending],
    );
    const thread = async () =>
      server.db.rows(
        `select ends_with_thread from heldwell.consent_grant
          where patient_id = $1 and superseded_at is null and grantee_kind = 'CARER'`,
        [patient.id],
      );
    await askForMore();
    await sayYes();
    expect(await endsOf()).toEqual({ validUntil: null, team: untilDischargedBy });
    expect(await thread()).toEqual([{ ends_with_thread: ending }]);
    await askForMore();
    await sayYes({ validUntil: END });
    expect(await endsOf()).toEqual({ validUntil: END, team: null });
    expect(await thread()).toEqual([{ ends_with_thread: null }]);
  });

  it('takes nothing away while sharing is stopped', async () => {
    await aCarerUntil({ validUntil: END });
    await askForMore();
    await owner.graphql(STOP_ALL);
    await sayYes();
    expect(await held()).toMatchObject({ ...more, state: 'HELD_BACK' });
    expect(await endsOf()).toEqual({ validUntil: END, team: null });
    await owner.graphql(RESUME);
    expect(await held()).toMatchObject({ ...more, state: 'IN_FORCE' });
  });

  it('begins anew where what they had has ended since', async () => {
    await aCarerUntil({ validUntil: END });
    await askForMore();
    await owner.graphql(STOP, { grant: (await held()).id });
    await sayYes();
    expect(await held()).toMatchObject({ labels: ['MENTAL_HEALTH'], rights: ['MESSAGE'] });
    expect(await endsOf()).toEqual({ validUntil: null, team: null });
    await askForMore();
    await server.db.rows(
      `update heldwell.consent_grant set valid_until = heldwell.now() - interval '1 day', valid_from = heldwell.now() - interval '2 days'
        where patient_id = $1 and superseded_at is null and not ended`,
      [patient.id],
    );
    await sayYes();
    expect(await endsOf()).toEqual({ validUntil: null, team: null });
  });
});
