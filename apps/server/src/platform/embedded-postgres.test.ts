import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { type EmbeddedPostgres, findRunningEmbedded, startEmbedded } from './embedded-postgres.ts';
import { identityOf } from './running-process.ts';
import { StartProblem } from './start-problem.ts';

const folders: string[] = [];
const started: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  )) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const database of started) await database.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'heldwell-embedded-'));
  folders.push(folder);
  return folder;
}

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const database = await startEmbedded({ dataDir });
  started.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that starts the database of this folder and stays; the built file, since a child has no test runner. */
async function startElsewhere(dataDir: string): Promise<{ child: ChildProcess; postmaster: number }> {
  const built = pathToFileURL(
    path.resolve(import.meta.dirname, '../../dist/platform/embedded-postgres.js'),
  ).href;
  const program = `import { startEmbedded } from ${JSON.stringify(built)};
    await startEmbedded({ dataDir: process.argv[1] }); console.log('up');
    process.on('SIGTERM', () => process.exit()); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(child.stdout, 'data');
  const pidFile = path.join(dataDir, 'postgres/cluster/postmaster.pid');
  return { child, postmaster: Number(readFileSync(pidFile, 'utf8').split('\n')[0]) };
}

describe('the embedded PostgreSQL', { timeout: 60_000 }, () => {
  test('keeps its rows over a restart, asks for the password and is found by other commands only while it runs', async () => {
    const dataDir = newFolder();
    const first = await start(dataDir);
    await query(first.url, 'create table kept as select 42 as answer');
    expect(findRunningEmbedded(dataDir)).toBe(first.url);
    await expect(query(first.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/);
    expect(statSync(path.join(dataDir, 'postgres/superuser.password')).mode & 0o777).toBe(0o600);
    await first.stop();
    expect(findRunningEmbedded(dataDir)).toBeUndefined();
    const second = await start(dataDir);
    expect(await query(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    await second.stop();
  });

  test('a folder that another process uses is refused in one sentence, and its database goes on', async () => {
    const dataDir = newFolder();
    const { child } = await startElsewhere(dataDir);
    await expect(startEmbedded({ dataDir })).rejects.toThrow(
      `in use by another Heldwell process (${child.pid}): stop it, or choose another folder with DATA_DIR.`,
    );
    expect(await query(findRunningEmbedded(dataDir) ?? '', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('what a killed process left running is stopped by the next start', async () => {
    const dataDir = newFolder();
    const { child, postmaster } = await startElsewhere(dataDir);
    await query(findRunningEmbedded(dataDir) ?? '', 'create table acknowledged as select 1 as one');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(identityOf(postmaster)).toBeDefined();
    expect(findRunningEmbedded(dataDir)).toBeUndefined();
    const next = await start(dataDir);
    expect(identityOf(postmaster)).toBeUndefined();
    expect(await query(next.url, 'select one from acknowledged')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  test('a PostgreSQL that is killed under us is reported, and its folder can be used again', async () => {
    const dataDir = newFolder();
    let report: (lastLines: string) => void = () => {};
    const reported = new Promise<string>((resolve) => {
      report = resolve;
    });
    const first = await startEmbedded({ dataDir, onUnexpectedExit: (lines) => report(lines) });
    started.push(first);
    const pidFile = path.join(dataDir, 'postgres/cluster/postmaster.pid');
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL');
    await reported;
    const second = await start(dataDir);
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  test('a folder that cannot be written is one sentence', async () => {
    const dataDir = newFolder();
    writeFileSync(path.join(dataDir, 'file'), '');
    const start = startEmbedded({ dataDir: path.join(dataDir, 'file/inside') });
    await expect(start).rejects.toThrow(StartProblem);
    await expect(start).rejects.toThrow(
      /^The data folder .* cannot be written \(\w+\): choose another with DATA_DIR\.$/,
    );
  });
});
