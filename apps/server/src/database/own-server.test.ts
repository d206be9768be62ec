import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../api/installation.ts';
import { readEnv } from '../env.ts';
import { type EmbeddedPostgres, startEmbedded } from '../platform/embedded-postgres.ts';

/** A PostgreSQL of the operator's own, with an owner that is no superuser, as those to be rented have. */
const folder = mkdtempSync(path.join(tmpdir(), 'heldwell-own-server-'));
let server: EmbeddedPostgres;
let admin: pg.Client;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: folder });
  admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`create role builder login createrole password 'builder'`);
  await admin.query(`create role powerful login superuser password 'powerful'`);
  await admin.query(`create role unbound login bypassrls password 'unbound'`);
  await admin.query('create database rented owner builder');
});
afterAll(async () => {
  await admin.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The address of the rented database for a role whose password is its name. */
function as(role: string): string {
  const url = new URL(server.url);
  [url.username, url.password, url.pathname] = [role, role, '/rented'];
  return url.href;
}

/** Opens and closes an installation; who served. */
async function servedBy(settings: Record<string, string>): Promise<string> {
  const { services, close } = await openInstallation(readEnv({ DATA_DIR: folder, ...settings }));
  try {
    const { rows } = await services.database.serving.query('select current_user as name');
    return rows[0].name;
  } finally {
    await close();
  }
}

describe('what does not answer', () => {
  it('is named in one sentence: the database, or Redis', async () => {
    const nobody = 'postgres://nobody:none@127.0.0.1:1/none';
    await expect(servedBy({ DATABASE_URL: nobody })).rejects.toThrow(/^The database does not answer: /);
    const settings = { DATABASE_URL: as('builder'), REDIS_URL: 'redis://127.0.0.1:1' };
    await expect(servedBy(settings)).rejects.toThrow(/^Redis does not answer at REDIS_URL: /);
  });
});

describe('a PostgreSQL of one’s own', () => {
  it('is brought up to date by an owner that is no superuser, and served by a role made for it', async () => {
    expect(await servedBy({ DATABASE_URL: as('builder') })).toBe('heldwell_app');
    // Again, as every start does.
    expect(await servedBy({ DATABASE_URL: as('builder') })).toBe('heldwell_app');
  });

  it('is served by the operator’s role where one is named, which is made where it is missing', async () => {
    const settings = { DATABASE_OWNER_URL: as('builder'), DATABASE_URL: as('servant') };
    expect(await servedBy(settings)).toBe('servant');
  });

  it.each([
    ['powerful', 'a superuser'],
    ['unbound', 'allowed to bypass row security'],
    ['builder', 'the owner of the tables'],
  ])('is not served by %s', async (role, reason) => {
    const settings = {
      DATABASE_OWNER_URL: server.url.replace(/\/[^/]*$/, '/rented'),
      DATABASE_URL: as(role),
    };
    await expect(servedBy(settings)).rejects.toThrow(
      `DATABASE_URL signs in as “${role}”, which is ${reason}: Heldwell serves only with a role bound by row security.`,
    );
  });
});
