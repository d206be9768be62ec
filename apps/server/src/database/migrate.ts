import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { type OwnerSource, openOwnerSource } from '../platform/database.ts';
import { migrateJobs } from '../platform/jobs.ts';
import { roleStatements } from '../platform/serving-roles.ts';

/** Hand-written SQL, applied once each, in this order. */
const MIGRATIONS = [
  '0001-walking-record',
  '0002-grants',
  '0003-access-log',
  '0004-notices',
  '0005-sealing',
  '0006-words-about-access',
  '0007-walkthrough',
  '0008-documents',
  '0009-getting-in',
  '0010-factors',
  '0011-doors',
  '0012-identity-providers',
  '0013-organisations',
  '0014-partners',
  '0015-step-up',
  '0016-sign-in-recovery',
  '0017-staff-settle-records',
  '0018-caseload-by-patient',
  '0019-questions-told',
  '0020-ended-in-the-inbox',
  '0021-shared-without-a-team',
  '0022-emergency-contacts',
  '0023-log-without-lock',
] as const;
/** The law and the net beneath it: applied whole, in this order, whenever a word of it changes. */
const FUNCTIONS = [
  ...[
    'viewer',
    'holds',
    'doors',
    'grants',
    'entries',
    'discussions',
    'sending',
    'closing',
    'giving',
    'kept',
    'emergency',
    'offices',
    'organisations',
    'staff',
    'matching',
    'standing',
    'front-desk',
    'sessions',
    'factors',
    'seen',
    'inboxes',
  ],
  ...['access-log', 'sharing-log', 'notices', 'questions-told', 'mails', 'keys', 'partners'],
];
const POLICIES = [
  ...[
    'privileges',
    'record',
    'sharing',
    'doors',
    'offices',
    'organisations',
    'staff-settle',
    'messages',
    'people',
    'factors',
    'access-log',
    'notices',
    'keys',
    'seen',
  ],
];
const REPEATABLE = [
  ...FUNCTIONS.map((name) => `functions/${name}.sql`),
  ...POLICIES.map((name) => `policies/${name}.sql`),
];
/** Only one process migrates; the others wait for it. */
const LOCK = 4_021_963;

const sql = (file: string): string =>
  readFileSync(new URL(`../../src/database/${file}`, import.meta.url), 'utf8');

function migrationOf(name: string): new () => MigrationInterface {
  // By its number and not its place: one that is put between two later does not rename those after it.
  const stamp = 1_763_699_999_999 + Number(name.slice(0, 4));
  const type = class {
    name = `${name.replace(/\W/g, '_')}_${stamp}`;
    async up(runner: QueryRunner): Promise<void> {
      await runner.query(sql(`migrations/${name}.sql`));
    }
    down(): Promise<void> {
      return Promise.reject(new Error('Migrations go forward only: restore a backup instead.'));
    }
  };
  Object.defineProperty(type, 'name', { value: `${name.replace(/\W/g, '_')}${stamp}` });
  return type;
}

/** Names of the migrations of this version, as the database keeps those that were applied. */
export const migrationNames = (): string[] =>
  MIGRATIONS.map((name) => new (migrationOf(name))().name as string);

/**
 * Brings roles, tables, functions and policies up to date as the owner. Safe to run by several processes at once.
 * @throws StartProblem when the database does not answer.
 */
export async function migrate(options: {
  ownerUrl: string;
  servingUrl?: string;
  secret: string;
}): Promise<void> {
  const source = await openOwnerSource(options.ownerUrl, MIGRATIONS.map(migrationOf));
  const lock = source.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(${LOCK})`);
    await lock.query(sql('roles.sql'));
    for (const statement of roleStatements(options)) await lock.query(statement);
    await lock.query('create schema if not exists heldwell');
    await source.runMigrations();
    await migrateJobs(options.ownerUrl);
    await lock.query(sql('jobs.sql'));
    await applyRepeatables(source);
  } finally {
    await lock.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

async function applyRepeatables(source: OwnerSource): Promise<void> {
  const text = REPEATABLE.map(sql).join('\n');
  const digest = createHash('sha256').update(text).digest('hex');
  await source.query('create table if not exists heldwell.applied (digest text not null)');
  const [applied] = await source.query<{ digest: string }[]>('select digest from heldwell.applied');
  if (applied?.digest === digest) return;
  await source.transaction(async (manager) => {
    await manager.query(text);
    await manager.query('delete from heldwell.applied');
    await manager.query('insert into heldwell.applied (digest) values ($1)', [digest]);
  });
}
