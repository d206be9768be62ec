import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../test/builders/people.ts';
import { aServer, type TestServer } from '../../test/harness/a-server.ts';
import type { AppClient } from '../../test/harness/app-client.ts';
import { SHARE } from '../../test/harness/commands.ts';
import { writeId } from '../platform/global-id.ts';

let server: TestServer;
let team: MadeTeam;
let patient: MadePatient;
let owner: AppClient;
let staff: AppClient;
beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db);
  patient = await aPatient(server.db)
    .withEntry()
    .withThread({ with: team })
    .sharing('GENERAL', { with: team })
    .stored();
  owner = await server.asPerson(patient.email, 'PATIENT');
  staff = await server.asPerson((await aProfessional(server.db, { team })).email, 'PROFESSIONAL');
});

const looks = async (): Promise<number> => {
  const rows = await server.db.rows<{ count: number }>(
    'select count(*)::int from heldwell.access_log where patient_id = $1',
    [patient.id],
  );
  return rows[0]?.count ?? 0;
};
const record = () => writeId('RECORD', patient.id);
const READ = 'record(id: $record) { givenName timeline(first: 1) { nodes { title } } }';
const MARK = 'markThreadRead(input: { thread: $thread, position: -1 }) { __typename }';

describe('an operation of which a part failed', () => {
  it('tells nothing of what it read, since its log entry is gone with it; without that part it tells and is logged', async () => {
    const failing = `query ($record: ID!, $team: ID!) { ${READ} team(id: $team) { caseload { nodes { id } } } }`;
    const sound = `query ($record: ID!) { ${READ} }`;
    const variables = { record: record(), team: writeId('TEAM', team.id) };
    await server.db.rows('revoke select on heldwell.caseload from heldwell_app');
    // The third time it takes the way of a known document.
    for (let turn = 0; turn < 3; turn += 1) {
      const before = await looks();
      const answer = await staff.answer(failing, variables);
      expect(answer.errors?.length).toBeGreaterThan(0);
      expect(answer.data ?? null).toBeNull();
      expect(await looks()).toBe(before);
      expect((await staff.graphql(sound, variables)).record.givenName).toBe('Jo');
      expect(await looks()).toBe(before + 1);
    }
    await server.db.rows('grant select on heldwell.caseload to heldwell_app');
    expect((await staff.answer(failing, variables)).errors).toBeUndefined();
  });

  it('says no command was carried out that was undone with it', async () => {
    const other = await aTeam(server.db);
    const input = { id: randomUUID(), team: writeId('TEAM', other.id), labels: ['GENERAL'] };
    const both = `mutation ($input: ShareWithTeamInput!, $thread: ID!) {
      shareWithTeam(input: $input) { __typename } ${MARK} }`;
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await owner.answer(both, { input, thread: patient.threadId() });
      expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
      expect(answer.data ?? null).toBeNull();
      expect(await grantsOf(other)).toBe(0);
    }
    await owner.graphql(SHARE, { input });
    expect(await grantsOf(other)).toBe(1);
  });
});

describe('text that PostgreSQL cannot hold', () => {
  it('is refused as input, wherever it stands', async () => {
    const question =
      'query ($team: ID!, $search: String) { team(id: $team) { caseload(search: $search) { nodes { id } } } }';
    const variables = { team: writeId('TEAM', team.id) };
    const answer = await staff.answer(question, { ...variables, search: 'x\u0000' });
    expect(answer.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect((await staff.answer(question, { ...variables, search: 'x' })).errors).toBeUndefined();
  });
});

const grantsOf = async (of: MadeTeam): Promise<number> => {
  const rows = await server.db.rows<{ count: number }>(
    'select count(*)::int from heldwell.consent_grant where patient_id = $1 and grantee_id = $2',
    [patient.id, of.id],
  );
  return rows[0]?.count ?? 0;
};
