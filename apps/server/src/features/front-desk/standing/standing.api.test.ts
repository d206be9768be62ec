import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../../../../test/builders/a-patient.ts';
import {
  aCarer,
  aProfessional,
  aTeam,
  type MadeCarer,
  type MadePerson,
  type MadeTeam,
} from '../../../../test/builders/people.ts';
import { runsOf } from '../../../../test/builders/sealed.ts';
import { aServer, type TestServer } from '../../../../test/harness/a-server.ts';
import type { AppClient } from '../../../../test/harness/app-client.ts';
import { writeId } from '../../../platform/global-id.ts';
import { openSaid } from '../../../platform/sealing/said-of-access.ts';

const RESULT = '{ __typename ... on FrontDeskRefused { why } }';
const DIED = `mutation ($input: RecordDeathInput!) { done: recordDeath(input: $input) ${RESULT} }`;
const LIVES = `mutation ($input: TakeBackDeathInput!) { done: takeBackDeath(input: $input) ${RESULT} }`;
const CLOSE = `mutation ($input: CloseForPatientInput!) { done: closeForPatient(input: $input) ${RESULT} }`;
const REOPEN = `mutation ($input: ReopenForPatientInput!) { done: reopenForPatient(input: $input) ${RESULT} }`;
const RECORD = `query ($id: ID!) { record(id: $id) { state viewerRights deceasedAt takingUp { deathRecordedBy
  viewerMayRecordDeath viewerMayTakeBackDeath viewerMayClose } } }`;
const CLOSED = 'query ($team: ID!) { team(id: $team) { closedRecords { id name reason closedBy } } }';
const OWN = '{ viewer { recordState recordClosedBy record { id } } }';

let server: TestServer;
let team: MadeTeam;
let lead: MadePerson;
let desk: AppClient;
let carer: MadeCarer;
let patient: MadePatient;

beforeEach(async () => {
  server ??= await aServer();
  team = await aTeam(server.db);
  lead = await aProfessional(server.db, { team, role: 'MANAGER' });
  desk = await staff(lead);
  carer = await aCarer(server.db);
  patient = await aPatient(server.db)
    .sharing('GENERAL', { with: team, rights: ['SEE', 'ADD', 'MESSAGE'] })
    .sharing('GENERAL', { with: carer, rights: ['SEE', 'MESSAGE'] })
    .stored();
});

const staff = (person: MadePerson) => server.asPerson(person.email, 'PROFESSIONAL');
const act = async (mutation: string, more: object = {}, by = desk) => {
  const input = {
    id: randomUUID(),
    record: patient.recordId,
    team: writeId('TEAM', team.id),
    reason: 'A letter.',
    ...more,
  };
  const { done } = await by.graphql(mutation, { input });
  return done.why ?? done.__typename;
};
const seen = async (by = desk) => (await by.graphql(RECORD, { id: patient.recordId })).record;
const own = async () => (await (await server.asPerson(patient.email, 'PATIENT')).graphql(OWN)).viewer;
const closed = async (by = desk) =>
  (await by.graphql(CLOSED, { team: writeId('TEAM', team.id) })).team?.closedRecords ?? [];
const told = async (personId: string) =>
  (
    await server.db.rows<{ kind: string }>(
      'select kind from heldwell.notice where person_id = $1 and patient_id = $2 order by at, kind',
      [personId, patient.id],
    )
  ).map(({ kind }) => kind);
const changes = async () =>
  (
    await server.db.rows<{ what: string; by: string }>(
      `select what, person_name || ', ' || team_name as by from heldwell.access_log
        where patient_id = $1 and action = 'SHARED' and person_id = $2 order by at, id`,
      [patient.id, lead.personId],
    )
  ).map(({ what, by }) => `${what} ${by}`);
const name = () => `Sam ${lead.familyName}`;

/** Everybody who may do none of it: a member, another team's coordinator, the patient's carer, the patient. */
async function refusedToOthers(mutation: string, more: object = {}) {
  const member = await staff(await aProfessional(server.db, { team }));
  const beside = await aTeam(server.db, { organisationId: team.organisationId });
  const other = await staff(await aProfessional(server.db, { team: beside, role: 'COORDINATOR' }));
  expect(await act(mutation, more, member)).toBe('NotFound');
  expect(await act(mutation, more, other)).toBe('NotFound');
  expect(await act(mutation, { ...more, team: writeId('TEAM', beside.id) }, other)).toBe('NotFound');
  const input = {
    id: randomUUID(),
    record: patient.recordId,
    team: writeId('TEAM', team.id),
    reason: 'x',
    ...more,
  };
  for (const by of [
    await server.asPerson(carer.email, 'CARER'),
    await server.asPerson(patient.email, 'PATIENT'),
  ])
    expect((await by.answer(mutation, { input })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
}

describe('noting that somebody has died', () => {
  it('leaves others to read, ends the person’s way in and their notices, and tells carers and teams', async () => {
    await refusedToOthers(DIED);
    expect((await seen()).takingUp).toMatchObject({
      viewerMayRecordDeath: true,
      viewerMayTakeBackDeath: false,
    });
    const before = await told(patient.personId);
    const id = randomUUID();
    expect(await act(DIED, { id, diedOn: '2024-05-06' })).toBe('FrontDeskDone');
    expect(await act(DIED, { id, diedOn: '2024-05-06' })).toBe('FrontDeskDone');
    expect(await act(DIED)).toBe('ALREADY');
    expect(await seen()).toMatchObject({
      ...{ state: 'DECEASED', viewerRights: ['SEE'], deceasedAt: '2024-05-06T00:00:00+00:00' },
      takingUp: {
        ...{ deathRecordedBy: `${name()}, ${team.name}`, viewerMayRecordDeath: false },
        ...{ viewerMayTakeBackDeath: true, viewerMayClose: false },
      },
    });
    expect(await own()).toEqual({ recordState: 'DECEASED', recordClosedBy: null, record: null });
    const care = await server.asPerson(carer.email, 'CARER');
    expect((await care.graphql(RECORD, { id: patient.recordId })).record).toMatchObject({
      viewerRights: ['SEE'],
    });
    expect(await told(patient.personId)).toEqual(before);
    expect((await told(carer.personId)).filter((kind) => kind === 'DEATH_RECORDED')).toHaveLength(1);
    expect(await told(lead.personId)).toContain('DEATH_RECORDED');
    expect(await changes()).toEqual([`DEATH_RECORDED ${name()}, ${team.name}`]);
    const [kept] = await server.db.rows<{ reason: Buffer }>(
      'select reason from heldwell.record_standing where patient_id = $1',
      [patient.id],
    );
    expect(kept?.reason.toString('latin1')).not.toContain('letter');
  });

  it('is refused for a day that cannot be, and of oneself', async () => {
    expect(await act(DIED, { diedOn: '1950-01-01' })).toBe('NO_SUCH_DAY');
    expect(await act(DIED, { diedOn: '2999-01-01' })).toBe('NO_SUCH_DAY');
    await server.db.rows('update heldwell.patient set person_id = $2 where id = $1', [
      patient.id,
      lead.personId,
    ]);
    expect(await act(DIED)).toBe('ONESELF');
    expect(await act(CLOSE)).toBe('ONESELF');
    expect((await seen()).takingUp).toMatchObject({ viewerMayRecordDeath: false, viewerMayClose: false });
  });

  it('is taken back with a reason: all is as it was, and everybody is told', async () => {
    const rights = (await seen()).viewerRights.sort();
    expect(await act(LIVES)).toBe('ALREADY');
    await act(DIED);
    await refusedToOthers(LIVES);
    const id = randomUUID();
    expect(await act(LIVES, { id })).toBe('FrontDeskDone');
    expect(await act(LIVES, { id })).toBe('FrontDeskDone');
    const [undone] = await server.db.rows<{ id: string; undo_reason: Buffer }>(
      'select id, undo_reason from heldwell.record_standing where patient_id = $1',
      [patient.id],
    );
    const at = { place: 'record_standing.undo_reason', row: undone?.id ?? '' } as const;
    expect(await openSaid(runsOf(server.db), at, undone?.undo_reason ?? null)).toBe('A letter.');
    expect((await seen()).viewerRights.sort()).toEqual(rights);
    expect((await own()).record).toEqual({ id: patient.recordId });
    for (const person of [patient.personId, carer.personId, lead.personId])
      expect(await told(person)).toContain('DEATH_TAKEN_BACK');
    expect((await changes()).at(-1)).toBe(`DEATH_TAKEN_BACK ${name()}, ${team.name}`);
    // It may be true another time, and is told anew.
    expect(await act(DIED)).toBe('FrontDeskDone');
    expect((await told(carer.personId)).filter((kind) => kind === 'DEATH_RECORDED')).toHaveLength(2);
  });

  it('that a sender had said is taken back as well, and the reason kept', async () => {
    await server.db.rows('update heldwell.patient set deceased = true where id = $1', [patient.id]);
    expect((await seen()).takingUp).toMatchObject({ deathRecordedBy: null, viewerMayTakeBackDeath: true });
    expect(await act(LIVES)).toBe('FrontDeskDone');
    const [kept] = await server.db.rows(
      'select set_by_name, undone_by_name, undo_reason is not null as why from heldwell.record_standing where patient_id = $1',
      [patient.id],
    );
    expect(kept).toEqual({ set_by_name: 'Heldwell', undone_by_name: name(), why: true });
  });

  it('is noted once by many at the same moment', async () => {
    const said = await Promise.all(Array.from({ length: 8 }, () => act(DIED)));
    expect(said.filter((one) => one === 'FrontDeskDone')).toHaveLength(1);
    expect(new Set(said)).toEqual(new Set(['FrontDeskDone', 'ALREADY']));
  });
});

describe('carrying out a written withdrawal', () => {
  it('closes the record and stops sharing, and tells the person who did it', async () => {
    await refusedToOthers(CLOSE);
    const id = randomUUID();
    expect(await act(CLOSE, { id })).toBe('FrontDeskDone');
    expect(await act(CLOSE, { id })).toBe('FrontDeskDone');
    expect(await act(CLOSE)).toBe('NotFound');
    expect(await seen()).toBeNull();
    expect(await own()).toEqual({ recordState: 'DEREGISTERED', recordClosedBy: team.name, record: null });
    expect(await told(patient.personId)).toContain('RECORD_CLOSED');
    expect(await told(patient.personId)).not.toContain('SHARING_STOPPED');
    expect(await told(carer.personId)).toContain('ACCESS_ENDED');
    expect(await changes()).toEqual(
      expect.arrayContaining([
        `SHARING_STOPPED ${name()}, ${team.name}`,
        `RECORD_CLOSED ${name()}, ${team.name}`,
      ]),
    );
    const [one] = await closed();
    expect(one).toEqual({
      ...{ id: one?.id, name: `Jo ${patient.familyName}`, reason: 'A letter.', closedBy: name() },
    });
    expect(await closed(await staff(await aProfessional(server.db, { team })))).toEqual([]);
  });

  it('is undone with a reason: sharing is as it was, and everybody is told', async () => {
    await act(CLOSE);
    const [{ id }] = await closed();
    const member = await staff(await aProfessional(server.db, { team }));
    const undo = (by = desk) => by.graphql(REOPEN, { input: { closed: id, reason: 'Another person.' } });
    expect((await undo(member)).done.__typename).toBe('NotFound');
    expect((await undo()).done.__typename).toBe('FrontDeskDone');
    expect((await undo()).done.__typename).toBe('FrontDeskDone');
    const colleague = await staff(await aProfessional(server.db, { team, role: 'COORDINATOR' }));
    expect((await undo(colleague)).done.why).toBe('ALREADY');
    expect((await seen()).state).toBe('REGISTERED');
    expect((await own()).record).toEqual({ id: patient.recordId });
    expect(await told(patient.personId)).toContain('RECORD_OPENED');
    expect(await told(patient.personId)).not.toContain('SHARING_RESUMED');
    expect(await told(carer.personId)).toEqual(expect.arrayContaining(['ACCESS_ENDED', 'ACCESS_GIVEN']));
    expect(await closed()).toEqual([]);
  });

  it('ends when the person opens it again: sharing stays theirs to decide, and nothing waits for undoing', async () => {
    const client = await server.asPerson(patient.email, 'PATIENT');
    await act(CLOSE);
    const [{ id }] = await closed();
    expect((await client.graphql('mutation { reopenRecord }')).reopenRecord).toBe(true);
    expect((await own()).recordClosedBy).toBeNull();
    expect(await closed()).toEqual([]);
    expect(await seen()).toBeNull();
    const { done } = await desk.graphql(REOPEN, { input: { closed: id, reason: 'Late.' } });
    expect(done.why).toBe('ALREADY');
  });
});
