import { randomBytes } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { inject } from 'vitest';
import { sealInvited } from '../../src/features/invitations/index.ts';
import { sealText } from '../../src/features/messaging/index.ts';
import { NO_DETAILS, nhsNumberHash, sealContact, sealDetails } from '../../src/features/people/index.ts';
import { emailHash } from '../../src/features/sign-in/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import { Sealed } from '../../src/platform/sealing/sealed.ts';
import { hexOf, keysOf, testSealing } from '../builders/sealed.ts';
import { onCluster } from '../harness/a-database.ts';
import { afterFile } from '../harness/after-file.ts';
import { ownerUrlOf, TEMPLATE } from '../harness/cluster.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import { Canaries } from './canaries.ts';
import { VIEWERS } from './viewers.ts';
import { storeClaims } from './world-claims.ts';
import { NOW, plannedEntries, storeEntries, type WorldEntry } from './world-entries.ts';
import { Grants } from './world-grants.ts';
import { storePeople, type WorldPeople } from './world-people.ts';
import { plannedThreads, storeThreads, type WorldThread } from './world-threads.ts';
import { storeWishes } from './world-wishes.ts';

/** A record with a mark in every string, and everybody of the reference model around it. */
export interface World extends WorldPeople {
  /** Name of a database nobody is connected to, to be copied. */
  database: string;
  canaries: Canaries;
  patientId: string;
  otherPatientId: string;
  entries: readonly WorldEntry[];
  threads: readonly WorldThread[];
}

/** Writes the world into a database of its own; dropped after the test file. */
export async function aWorld(schema: GraphQLSchema): Promise<World> {
  const cluster = inject('clusterUrl');
  const database = `world_${randomBytes(6).toString('hex')}`;
  await onCluster(cluster, `create database ${database} template ${TEMPLATE}`);
  afterFile(() => onCluster(cluster, `drop database if exists ${database} with (force)`));
  const client = new pg.Client({ connectionString: ownerUrlOf(cluster, database) });
  await client.connect();
  try {
    const db: RunsAsOwner = {
      sealing: testSealing(),
      rows: async <Row>(text: string, values?: unknown[]) => (await client.query(text, values)).rows as Row[],
    };
    await db.rows(
      `create or replace function heldwell.now() returns timestamptz language sql stable as $$ select '${NOW.toISOString()}'::timestamptz $$`,
    );
    return { database, ...(await written(db, schema)) };
  } finally {
    await client.end();
  }
}

async function written(db: RunsAsOwner, schema: GraphQLSchema): Promise<Omit<World, 'database'>> {
  const canaries = new Canaries();
  const people = await storePeople(db, canaries);
  const person = (key: string) => people.personIds.get(key) as string;
  const patientId = uuidv7();
  const otherPatientId = uuidv7();
  const entries = plannedEntries();
  const threads = plannedThreads();
  const carers = VIEWERS.filter(({ holds, shutOut }) => holds?.through === 'CARER' && !shutOut);
  const own = { canaries, patientId, personId: person('patient') };
  const made = {
    schema,
    organisationId: people.organisationIds.get('trust') as string,
    teamId: people.teamIds.get('front') as string,
    teamIds: people.teamIds,
  };
  await storePatient(db, { ...own, ...made, guards: [{ is: 'NAME' }, { is: 'IDENTITY' }] });
  await storeEntries(db, entries, { ...own, ...made });
  const ofCarers = carers.map((carer) => ({ personId: person(carer.person) }));
  await storeThreads(db, threads, { ...own, teamIds: people.teamIds, carers: ofCarers });
  const withGrants = carers.filter(({ holds }) => holds?.state !== 'NONE');
  await insertRows(
    db,
    'carer',
    withGrants.map((carer) => carerRow(person(carer.person), own)),
  );
  await storeGrants(db, { people, threads, entries, own });
  await storeInvitation(db, own);
  await storeWishes(db, own, people);
  await storeOther(db, { people, otherPatientId, canaries, made });
  await storeClaims(db, { canaries, patientId, otherPatientId }, people);
  return { ...people, canaries, patientId, otherPatientId, entries, threads };
}

type Own = { canaries: Canaries; patientId: string; personId: string };
type Guards = [Parameters<Canaries['word']>[0], Parameters<Canaries['word']>[0]];

async function storePatient(
  db: RunsAsOwner,
  of: Own & { organisationId: string; guards: Guards },
): Promise<void> {
  const [name, identity] = of.guards;
  of.canaries.id(writeId('RECORD', of.patientId), name);
  const word = (guard: Guards[0]) => of.canaries.word(guard);
  const words = (guard: Guards[0], ...columns: string[]) =>
    Object.fromEntries(columns.map((column) => [column, of.canaries.word(guard)]));
  const named = words(name, 'title', 'given_name', 'family_name', 'preferred_name', 'gender');
  const patient = { id: of.patientId, person_id: of.personId, birth_date: '1970-01-02', created_at: NOW };
  await insertRows(db, 'patient', [{ ...patient, ...named }]);
  // Somebody made sure who the person is: what organisations sent is shown to them.
  const check = { id: of.patientId, person_id: of.personId, how: 'STAFF', checked_at: NOW };
  await insertRows(db, 'identity_check', [{ patient_id: of.patientId, ...check }]);
  const reached = ['nhsNumber', 'address', 'phone', 'email', 'language', 'communicationNeeds'];
  const said = { ...NO_DETAILS, ...words(identity, ...reached), interpreterNeeded: true };
  const keys = await keysOf(db, of.patientId);
  const details = hexOf(sealDetails(keys, of.patientId, said));
  const nhs_number_hash = hexOf(nhsNumberHash(db.sealing, said.nhsNumber));
  await insertRows(db, 'patient_identity', [
    { patient_id: of.patientId, details, nhs_number_hash, updated_at: NOW },
  ]);
  const id = uuidv7();
  const contact = { name: word(identity), relationship: word(identity), phone: word(identity) };
  const sent = { source_organisation_id: of.organisationId, position: 0, received_at: NOW };
  const called = hexOf(sealContact(keys, { patient: of.patientId, id }, contact));
  await insertRows(db, 'emergency_contact', [{ patient_id: of.patientId, id, ...sent, details: called }]);
}

/** The name of a carer is the patient's to see; in discussions they stand under their participant's name. */
const carerRow = (personId: string, { canaries, patientId }: Own): object => ({
  patient_id: patientId,
  person_id: personId,
  display_name: canaries.word({ is: 'PATIENT_ALONE' }),
  relationship: 'Family',
  since: NOW,
});

async function storeGrants(
  db: RunsAsOwner,
  {
    people,
    threads,
    entries,
    own,
  }: { people: WorldPeople; threads: readonly WorldThread[]; entries: readonly WorldEntry[]; own: Own },
): Promise<void> {
  const grants = new Grants(db, own);
  const team = (key: string) => people.teamIds.get(key) as string;
  for (const thread of threads) {
    const viewer = VIEWERS.find(({ key }) => key === thread.team);
    if (viewer?.holds?.scope === 'ONE_THREAD') continue;
    const given = await grants.given({ kind: 'TEAM', id: team(thread.team), of: 'nobody' }, [], thread.id);
    // Access to the one discussion was ended for all but the front team: what they see of it hangs on their labels.
    if (viewer) await grants.ended(given);
  }
  for (const viewer of VIEWERS.filter(({ holds, shutOut }) => holds && !shutOut)) {
    const kind = viewer.holds?.through ?? 'TEAM';
    const { teamIds, personIds, organisationIds } = people;
    const ids = { TEAM: teamIds, CARER: personIds, ORGANISATION: organisationIds, PROFESSIONAL: personIds };
    const grantee = { kind, id: ids[kind].get(viewer.key) as string, of: viewer.key };
    await grants.holding(viewer, grantee, { threads, entries });
  }
  // The patient writes once more in every discussion, after all that was given and ended.
  await db.rows(
    `update heldwell.thread set last_position = 3, last_message_at = last_message_at + interval '1 second' where patient_id = $1`,
    [own.patientId],
  );
  await writeAgain(db, own.patientId);
}

/** A third message in every discussion, which says what the second says. */
async function writeAgain(db: RunsAsOwner, patient: string): Promise<void> {
  const keys = await keysOf(db, patient);
  const second = await db.rows<{ id: string; thread_id: string; label: string; text: Buffer }>(
    'select id, thread_id, label, text from heldwell.message where patient_id = $1 and position = 2',
    [patient],
  );
  for (const { id, thread_id, label, text } of second) {
    const from = { patient, row: id, label };
    const said = keys.open<string>(new Sealed(text, { place: 'message.text', ...from }));
    const row = uuidv7();
    await db.rows(
      `insert into heldwell.message select patient_id, $3, thread_id, 3, author_id, gen_random_uuid(), author_name, author_role,
         author_team_id, sent_at, $4, label from heldwell.message where patient_id = $1 and id = $2 and thread_id = $5`,
      [patient, id, row, sealText(keys, { ...from, row }, said), thread_id],
    );
  }
}

async function storeInvitation(db: RunsAsOwner, { canaries, patientId, personId }: Own): Promise<void> {
  const guard = { is: 'PATIENT_ALONE' } as const;
  const id = uuidv7();
  canaries.id(writeId('INVITATION', id, patientId), guard);
  const row = { patient_id: patientId, id, kind: 'CARE_FOR', code_hash: '\\x00', labels: ['GENERAL'] };
  const email = canaries.word(guard);
  const keys = await (await keysOf(db, patientId)).ofSystem('PEOPLE');
  const sealed = sealInvited(keys, id, email);
  const found = { email: hexOf(sealed), email_hash: hexOf(emailHash(db.sealing, email)) };
  const words = { name: canaries.word(guard), ...found, invited_by: canaries.word(guard) };
  const times = { created_at: NOW, expires_at: new Date(NOW.getTime() + 86_400_000) };
  await insertRows(db, 'invitation', [
    { ...row, ...words, ...times, rights: ['SEE'], invited_by_person: personId },
  ]);
}

/** Another patient, with a team of their own: so that lists of others are not merely empty. */
async function storeOther(
  db: RunsAsOwner,
  of: {
    people: WorldPeople;
    otherPatientId: string;
    canaries: Canaries;
    made: { schema: GraphQLSchema; organisationId: string; teamId: string };
  },
): Promise<void> {
  const guard = { is: 'OTHER_RECORD' } as const;
  const { canaries, people } = of;
  const own = {
    canaries,
    patientId: of.otherPatientId,
    personId: people.personIds.get('stranger') as string,
  };
  await storePatient(db, { ...own, ...of.made, guards: [guard, guard] });
  const entries = ['CONDITION', 'TEST_RESULT'].map((kind) => ({
    id: uuidv7(),
    kind,
    label: 'GENERAL' as const,
  }));
  await storeEntries(db, entries, { ...own, ...of.made, guard });
  const team = 'other-organisation';
  const thread = { key: team, id: uuidv7(), label: 'GENERAL' as const, team };
  await storeThreads(db, [thread], { ...own, teamIds: people.teamIds, carers: [], guard });
  const grants = new Grants(db, { ...own, guard });
  const grantee = { kind: 'TEAM' as const, id: people.teamIds.get(team) as string, of: 'nobody' };
  await grants.given(grantee, ['GENERAL'], null);
  await grants.given(grantee, [], thread.id);
}
