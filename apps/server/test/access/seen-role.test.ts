import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBareSchema } from '../../src/api/schema.ts';
import { tokenHash } from '../../src/platform/secrets.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { aWorld, type World } from './world.ts';

/** The role a patient's transaction takes on to look as somebody else: what it can do by itself, with no code before it. */

let world: World;
let db: TestDatabase;
beforeAll(async () => {
  world = await aWorld(buildBareSchema());
  db = await aDatabase({ copyOf: world.database });
}, 120_000);

/** Tables and views the role may read, with the column that says whose record a row is of, if there is one. */
const READABLE = `select c.relname as name, case when c.relname = 'patient' then 'id' when exists (select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'patient_id') then 'patient_id' end as whose, c.relkind = 'v' as is_view,
    exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'one_record' and not p.polpermissive
      and 'heldwell_seen'::regrole = any (p.polroles)) as kept_to_one
  from pg_class c where c.relnamespace = 'heldwell'::regnamespace and c.relkind in ('r', 'v')
    and has_table_privilege('heldwell_seen', c.oid, 'SELECT') order by 1`;
interface Readable {
  name: string;
  whose: string | null;
  is_view: boolean;
  kept_to_one: boolean;
}

const LOOK = ['set local role heldwell_seen', 'select heldwell.stand_in($1, $2) as stands'];

/** Does work in the patient's transaction while it looks as a team, and undoes it. */
async function asATeam<T>(
  team: string,
  work: (client: pg.PoolClient, stands: boolean) => Promise<T>,
): Promise<T> {
  return inTransactionOf('patient', async (client) => {
    await client.query(LOOK[0] as string);
    const { rows } = await client.query(LOOK[1] as string, ['TEAM', world.teamIds.get(team)]);
    return work(client, rows[0].stands);
  });
}

/** What a coordinator's session sees of what their teams have to settle, and what is seen in standing in for them. */
const TO_SETTLE = `select (select count(*)::int from heldwell.match_case) as cases,
  (select count(*)::int from heldwell.closed_record) as closed, cardinality(heldwell.viewer_led_teams()) as teams,
  (select count(*)::int from heldwell.front_desk_record r where r.patient_id <> $1) as others`;

async function inTransactionOf<T>(viewer: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.services.database.serving.connect();
  try {
    await client.query('begin');
    const token = world.tokens.get(viewer) as string;
    const app =
      viewer.startsWith('staff') || viewer === 'leading'
        ? 'PROFESSIONAL'
        : viewer.startsWith('carer')
          ? 'CARER'
          : 'PATIENT';
    await client.query('select heldwell.open_session($1, $2, false)', [tokenHash(token), app]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the role that looks', () => {
  it('reads one record and no other, whatever table it asks and whoever it stands in for', async () => {
    const tables = (await db.rows<Readable>(READABLE)).filter(({ is_view }) => !is_view);
    const open = tables.filter(({ kept_to_one }) => !kept_to_one).map(({ name }) => name);
    expect(open).toEqual(['organisation', 'study', 'team', 'team_member']);
    const kept = tables.filter(({ kept_to_one }) => kept_to_one);
    const seen = new Map<string, number>();
    // This team has access to the other record and none to this one; the other has all of this.
    for (const team of ['other-organisation', 'staff:ALL_FOUR:IN_FORCE']) {
      await asATeam(team, async (client, stands) => {
        expect(stands).toBe(true);
        for (const { name, whose } of kept) {
          const { rows } = await client.query(`select ${whose} as record from heldwell.${name}`);
          expect(
            rows.filter(({ record }) => record !== world.patientId),
            `${team} ${name}`,
          ).toEqual([]);
          seen.set(`${team} ${name}`, rows.length);
        }
        expect((await client.query('select 1 from heldwell.team_member')).rows).toEqual([]);
      });
    }
    expect(seen.get('staff:ALL_FOUR:IN_FORCE entry')).toBeGreaterThan(0);
    expect(seen.get('staff:ALL_FOUR:IN_FORCE message')).toBeGreaterThan(0);
    expect(seen.get('other-organisation entry')).toBe(0);
    const [other] = await db.rows<{ count: number }>(
      `select count(*) from heldwell.entry where patient_id = '${world.otherPatientId}'`,
    );
    expect(other?.count).toBeGreaterThan(0);
  });

  it('sees nothing of what a coordinator has to settle about others, though it stands in for one', async () => {
    const coordinator = world.personIds.get('leading') as string;
    await db.rows('alter table heldwell.consent_grant disable trigger user');
    await db.rows(
      `update heldwell.consent_grant set grantee_id = $1 where patient_id = $2 and grantee_kind = 'PROFESSIONAL'
        and grantee_id = $3`,
      [coordinator, world.patientId, world.personIds.get('professional')],
    );
    await db.rows('alter table heldwell.consent_grant enable trigger user');
    const asked = [world.patientId];
    await inTransactionOf('leading', async (client) => {
      const [own] = (await client.query(TO_SETTLE, asked)).rows;
      expect(own.cases).toBeGreaterThan(0);
      expect(own.teams).toBe(1);
    });
    await inTransactionOf('patient', async (client) => {
      await client.query(LOOK[0] as string);
      const { rows } = await client.query(LOOK[1] as string, ['PROFESSIONAL', coordinator]);
      expect(rows).toEqual([{ stands: true }]);
      expect((await client.query(TO_SETTLE, asked)).rows).toEqual([
        { cases: 0, closed: 0, teams: 0, others: 0 },
      ]);
    });
  });

  it('sees nothing before it stands in for somebody, and ends with the savepoint', async () => {
    await inTransactionOf('patient', async (client) => {
      const count = async () =>
        (await client.query('select count(*) as count from heldwell.entry')).rows[0].count;
      const own = await count();
      expect(own).toBeGreaterThan(0);
      await client.query('savepoint supposed');
      await client.query(LOOK[0] as string);
      expect(await count()).toBe(0);
      await client.query(LOOK[1] as string, ['TEAM', world.teamIds.get('staff:GENERAL:IN_FORCE')]);
      const theirs = await count();
      expect(theirs).toBeGreaterThan(0);
      expect(theirs).toBeLessThan(own);
      await client.query('rollback to savepoint supposed');
      expect(await count()).toBe(own);
      const { rows } = await client.query('select current_user as role, heldwell.viewer_app() as app');
      expect(rows).toEqual([{ role: 'heldwell_app', app: 'PATIENT' }]);
    });
  });

  it.each([
    'insert into heldwell.message (patient_id) values (null)',
    'update heldwell.entry set label = label',
    'update heldwell.consent_grant set superseded_at = null',
    'delete from heldwell.consent_grant',
    'select 1 from heldwell.person',
    'select 1 from heldwell.session',
    'select 1 from heldwell.system_key',
    'select 1 from heldwell.record_key',
    "select heldwell.log_access('OPENED', '{}', '', '', null)",
    "select heldwell.may_write(null, 'SEE', null, null)",
    "select * from heldwell.open_session(null, 'PATIENT', true)",
    'set role heldwell_consent',
    'set role heldwell_system',
  ])('is refused: %s', async (statement) => {
    await asATeam('staff:ALL_FOUR:IN_FORCE', async (client) => {
      await expect(client.query(statement)).rejects.toThrow('permission denied');
    });
  });

  it('cannot write though it may call: no function it may call is one that writes', async () => {
    const callable = await db.rows<{ name: string }>(`select p.proname as name from pg_proc p
      where p.pronamespace = 'heldwell'::regnamespace and p.provolatile = 'v'
        and has_function_privilege('heldwell_seen', p.oid, 'EXECUTE')`);
    expect(callable).toEqual([{ name: 'stand_in' }]);
  });
});

describe('standing in', () => {
  const standsIn = (viewer: string, kind: string, who: string | undefined) =>
    inTransactionOf(viewer, async (client) => {
      await client.query(LOOK[0] as string);
      return (await client.query(LOOK[1] as string, [kind, who])).rows[0].stands as boolean;
    });

  it('is for the patient, as a team or organisation there is, or a person some grant of their record names', async () => {
    const carer = world.personIds.get('carer:GENERAL:ENDED');
    const never = world.personIds.get('carer:GENERAL:NONE');
    expect(await standsIn('patient', 'CARER', carer)).toBe(true);
    expect(await standsIn('stranger', 'CARER', carer)).toBe(false);
    expect(await standsIn('patient', 'CARER', never)).toBe(false);
    expect(await standsIn('patient', 'PROFESSIONAL', carer)).toBe(false);
    expect(await standsIn('patient', 'APP', world.teamIds.get('front'))).toBe(false);
    const team = world.teamIds.get('staff:ALL_FOUR:IN_FORCE');
    expect(await standsIn('patient', 'TEAM', team)).toBe(true);
    expect(await standsIn('staff:ALL_FOUR:IN_FORCE', 'TEAM', team)).toBe(false);
    expect(await standsIn('carer:ALL_FOUR:IN_FORCE', 'TEAM', team)).toBe(false);
  });

  it('is not for the role that serves', async () => {
    await inTransactionOf('patient', async (client) => {
      await expect(client.query(LOOK[1] as string, ['TEAM', world.teamIds.get('front')])).rejects.toThrow(
        'permission denied',
      );
    });
  });
});
