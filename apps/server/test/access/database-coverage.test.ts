import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../builders/a-patient.ts';
import { aProfessional, aTeam } from '../builders/people.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { faultsOf, GUARDED_TABLES, type GuardedTable, SERVING_PRIVILEGES } from './database-walk.ts';
import { SERVING_PRIVILEGES_ALLOWED } from './serving-privileges.ts';

let db: TestDatabase;
let app: pg.Client;
let patient: MadePatient;

beforeAll(async () => {
  db = await aDatabase();
  app = new pg.Client({ connectionString: db.services.database.urls.serving });
  await app.connect();
  const team = await aTeam(db);
  await aProfessional(db, { team });
  patient = await aPatient(db)
    .sharing('GENERAL', { with: team })
    .withEntry()
    .withThread({ with: team })
    .stored();
});
afterAll(() => app.end());

/** Runs as the patient themself, who may do more to the record than anybody else, and undoes it. */
async function asThePatient(statement: string): Promise<pg.QueryResult> {
  await app.query('begin');
  try {
    await app.query(
      `select set_config('heldwell.person', $1, true), set_config('heldwell.app', 'PATIENT', true), set_config('heldwell.record', $2, true)`,
      [patient.personId, patient.id],
    );
    return await app.query(statement);
  } finally {
    await app.query('rollback');
  }
}

describe('row security beneath every statement', () => {
  it('is forced on every table that carries a patient, with a policy for the serving role or no right at all', async () => {
    const tables = await db.rows<GuardedTable>(GUARDED_TABLES);
    expect(tables.map((table) => table.name)).toEqual(
      expect.arrayContaining([
        'access_log',
        'consent_grant',
        'entry',
        'message',
        'patient',
        'person',
        'team_member',
      ]),
    );
    expect(tables.flatMap(faultsOf)).toEqual([]);
  });

  it('is missed where a table forgets it', async () => {
    await db.rows('create table heldwell.diary (patient_id uuid not null, words text)');
    await db.rows('grant select on heldwell.diary to heldwell_app');
    const tables = await db.rows<GuardedTable>(GUARDED_TABLES);
    expect(tables.flatMap(faultsOf)).toEqual([
      'diary has no forced row security',
      'diary is granted without a policy',
    ]);
    await db.rows('drop table heldwell.diary');
  });

  it('shows no row of a guarded table to a connection without a viewer', async () => {
    const tables = (await db.rows<GuardedTable>(GUARDED_TABLES)).filter((table) => table.has_privilege);
    for (const { name } of tables) {
      const { rows } = await app.query(`select 1 from heldwell.${name} limit 1`);
      expect([name, rows.length]).toEqual([name, 0]);
    }
    const hidden = await db.rows<{ count: number }>('select count(*) from heldwell.entry');
    expect(hidden[0]?.count).toBeGreaterThan(0);
  });
});

describe('the serving role', () => {
  it('is no superuser, bypasses no row security, owns nothing and belongs to no role but the one that looks', async () => {
    const [role] = await db.rows(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
        (select count(*)::int from pg_class where relowner = r.oid) as tables,
        (select count(*)::int from pg_proc where proowner = r.oid) as functions,
        (select array_agg(m.roleid::regrole::text) from pg_auth_members m where m.member = r.oid) as memberships, rolinherit,
        has_schema_privilege(r.rolname, 'heldwell', 'CREATE') as creates
      from pg_roles r where rolname = 'heldwell_app'`);
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      tables: 0,
      functions: 0,
      // Taken on for one statement; without inheriting, what it may and may not do is no part of this role.
      memberships: ['heldwell_seen'],
      rolinherit: false,
      creates: false,
    });
  });

  it('has exactly the rights that are written down', async () => {
    const lines = await db.rows<{ line: string }>(SERVING_PRIVILEGES);
    expect(lines.map(({ line }) => line)).toEqual(SERVING_PRIVILEGES_ALLOWED);
  });

  const never = [
    'insert into heldwell.access_log (patient_id, at, person_id, person_name, app, role, purpose, what, action, bucket) select patient_id, now(), patient_id, $$x$$, $$PATIENT$$, $$x$$, $$x$$, $$x$$, $$LIVE$$, $$x$$ from heldwell.entry',
    'update heldwell.access_log set what = null',
    'delete from heldwell.access_log',
    'insert into heldwell.access_unsealed select patient_id, id from heldwell.access_log',
    'insert into heldwell.access_chain select patient_id, 1, id, sha256($$x$$) from heldwell.access_log',
    'delete from heldwell.access_head',
    'update heldwell.access_question set words = words',
    'select 1 from heldwell.organisation_officer',
    'update heldwell.entry_version set status = status',
    'delete from heldwell.entry_version',
    'update heldwell.consent_grant set labels = labels',
    'update heldwell.consent_grant set ended = ended',
    'update heldwell.consent_grant set valid_until = null',
    'delete from heldwell.consent_grant',
    'update heldwell.message set text = text',
    'delete from heldwell.message',
    'delete from heldwell.thread',
    'update heldwell.thread set label = label',
    'update heldwell.thread set words = words',
    'update heldwell.thread set last_position = last_position + 1',
    'update heldwell.thread set team_id = team_id',
    'update heldwell.participant set reader_id = reader_id',
    'update heldwell.entry set occurred_at = occurred_at',
    'delete from heldwell.entry',
    'update heldwell.patient set person_id = null',
    'select password_hash from heldwell.person',
    'select 1 from heldwell.session',
    'select 1 from heldwell.grant_head',
    'insert into heldwell.team_member (team_id, person_id, role) select id, null, $$MEMBER$$ from heldwell.team',
    'insert into heldwell.caseload select * from heldwell.caseload',
    'update heldwell.team_inbox set unread = true',
    'set role heldwell_system',
    'set role heldwell_consent',
    'set role heldwell_sealer',
    'alter table heldwell.entry disable row level security',
    'create or replace function heldwell.now() returns timestamptz language sql as $$ select null::timestamptz $$',
  ];
  it.each(never)('is refused: %s', async (statement) => {
    const done = asThePatient(statement).then(() => 'carried out');
    await expect(done).rejects.toThrow(/permission denied|must be owner/);
  });

  it('lets the patient alone relabel and supersede: their own rows are there to be refused', async () => {
    const relabelled = await asThePatient("update heldwell.entry set label = 'MENTAL_HEALTH'");
    expect(relabelled.rowCount).toBe(1);
    const superseded = await asThePatient('update heldwell.consent_grant set superseded_at = now()');
    expect(superseded.rowCount).toBe(2);
  });
});

describe('the system role', () => {
  it('cannot rewrite who looked, nor what a version said', async () => {
    const system = db.services.database.system;
    for (const table of ['access_log', 'access_chain', 'access_head', 'entry_version']) {
      await expect(system.query(`update heldwell.${table} set patient_id = patient_id`)).rejects.toThrow(
        /denied/,
      );
      await expect(system.query(`delete from heldwell.${table}`)).rejects.toThrow(/denied/);
    }
  });
});
