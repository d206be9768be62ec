import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { perform } from '../src/commands/perform.ts';
import { startEmbedded } from '../src/platform/embedded-postgres.ts';
import { aBundle, aFhirPatient, aWeight, nhsNumber } from './builders/fhir-resources.ts';

// The first starts a database, and some are processes of their own.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), 'heldwell-commands-'));
let stop = (): Promise<void> => Promise.resolve();
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Ran {
  code: number | null;
  out: string;
  error: string;
}

/** Their data and nothing of the caller's settings. */
const settings = { PATH: process.env.PATH, DATA_DIR: folder, LOG_LEVEL: 'silent' };

/** Runs a command as `npm run NAME -- …` does, but in this process. */
const run = (name: string, ...args: string[]): Promise<Ran> => runTyping('', name, ...args);

/** The same with somebody who types an answer. */
async function runTyping(typed: string, name: string, ...args: string[]): Promise<Ran> {
  const lines: string[] = [];
  const terminal = { args, print: (line: string) => void lines.push(`${line}\n`), ask: async () => typed };
  const { code, problem } = await perform(name, terminal, settings);
  return { code, out: lines.join(''), error: problem ? `${problem}\n` : '' };
}

/** Runs the built command as a process of its own. */
function runProcess(typed: string, ...command: string[]): Promise<Ran> {
  const program = path.resolve(import.meta.dirname, '../dist/run-command.js');
  const child = spawn(process.execPath, [program, ...command], { cwd: folder, env: settings, stdio: 'pipe' });
  const ran: Ran = { code: null, out: '', error: '' };
  child.stdin.end(typed);
  child.stdout.on('data', (chunk: Buffer) => (ran.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (ran.error += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ ...ran, code })));
}

function file(name: string, content: object): string {
  const at = path.join(folder, name);
  writeFileSync(at, JSON.stringify(content));
  return at;
}

describe('the commands', () => {
  /** The record that the first imports. */
  let record: string;

  it('bring the database up where none runs, import a file and tell the record', async () => {
    const number = { identifier: [nhsNumber('9990030006')] };
    const good = file('good.json', aBundle('transaction', aFhirPatient('a', number), aWeight('w', 'a', 80)));
    const first = await runProcess('', 'import:fhir', good, '--organisation', 'RX1', '--name', 'The Sender');
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toContain('good.json: 2 new');
    record = /^ {2}(\S+) {2}9990030006 {2}Pat Family a {2}\(new\)$/m.exec(first.out)?.[1] ?? '';
    expect(record).toMatch(/^[\w-]{23,}$/);
  });

  it('find the database that runs on their data, and print a link and a letter to take the record up', async () => {
    stop = (await startEmbedded({ dataDir: folder })).stop;
    const invited = await run(
      'invite',
      '--record',
      record,
      '--email',
      'pat@example.org',
      '--checked-by',
      'Jo',
    );
    expect(invited).toMatchObject({ code: 0, error: '' });
    const letter = await run('letter', '--record', record, '--organisation', 'RX1', '--checked-by', 'Jo');
    expect(letter).toMatchObject({ code: 0, error: '' });
    expect(letter.out).toMatch(
      /first code {3}[A-Z\d]{4}-[A-Z\d]{4}\n {2}second code {2}[A-Z\d]{4}-[A-Z\d]{4}\n/,
    );
    await keysAreCaredFor(record);
    expect(invited.out).toMatch(/http:\/\/localhost:4000\/patient\/invitation\/[\w-]{43}\n/);
  });

  it('end with 1 and one sentence when something is refused or asked for wrongly', async () => {
    const bad = file('bad.json', { ...aWeight('w9', 'a', 1), code: undefined });
    const refused = await run('import:fhir', bad, '--organisation', 'RX1');
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/refused: Observation\/w9 Observation\.code: .+\./);
    const wrong: [string, string[], RegExp][] = [
      ['import:fhir', [], /^Name the files to import\. Usage: .+\n$/],
      [
        'import:fhir',
        ['no-such.json', '--organisation', 'RX1'],
        /^The file no-such\.json is not there .+\n$/,
      ],
      ['import:fhir', [bad, '--nonsense'], /^Unknown option '--nonsense'\.\n$/],
      ['feed:key', ['--organisation', 'NONE1'], /^There is no organisation with the code NONE1: .+\n$/],
      [
        'invite',
        ['--record', 'x', '--email', 'a@b.example', '--checked-by', 'Jo'],
        /^There is no record x\.\n$/,
      ],
    ];
    for (const [name, args, sentence] of wrong) {
      expect(await run(name, ...args), args.join(' ')).toMatchObject({
        code: 1,
        error: expect.stringMatching(sentence),
      });
    }
  });

  it('say so on standard error, where only a problem is written', async () => {
    const refused = await runProcess('', 'feed:key', '--organisation', 'NONE1');
    expect(refused).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringMatching(/^There is no organisation/),
    });
    expect(await run('feed:keys')).toMatchObject({
      code: 1,
      error: expect.stringMatching(/^There is no command/),
    });
  });

  it('print a feed key once and take it back', async () => {
    const made = await run('feed:key', '--organisation', 'RX2', '--name', 'Two');
    expect(made.out).toMatch(/^hwf_[\w-]{43}$/m);
    expect((await run('feed:key', '--organisation', 'RX2', '--revoke')).out).toContain('1 key revoked');
  });

  it('set an organisation up with a link for its first administrator', async () => {
    const args = ['--ods', 'rx3', '--name', 'Three', '--administrator', 'ada@example.org'];
    const made = await run('organisation', ...args);
    expect(made).toMatchObject({ code: 0, error: '' });
    expect(made.out).toMatch(/^Three \(RX3\) is set up\.$/m);
    expect(made.out).toMatch(/^http:\/\/localhost:4000\/professional\/staff-invitation\/[\w-]{43}$/m);
    expect((await run('organisation', ...args)).out).toContain('was known already');
    const nobody = await run('organisation', '--ods', 'RX3', '--name', 'Three');
    expect(nobody.error).toMatch(/^Say who will run it with --administrator\. Usage: .+\n$/);
  });

  it('tell the demo afresh only where nobody else would be lost', async () => {
    const kept = await run('demo:reset');
    expect(kept).toMatchObject({
      code: 1,
      error: expect.stringMatching(
        /^Beside the demo's, this database has 0 people and 1 records: with --everything/,
      ),
    });
    const told = await run('demo:reset', '--everything');
    expect(told).toMatchObject({ code: 0, error: '' });
    expect(told.out).toContain('The demo story is told afresh.');
  });

  it('help somebody who has lost every way in, after documents were checked', async () => {
    const recover = (...args: string[]) => run('sign-in:recover', ...args);
    const done = await recover('--email', 'AMARA.nwosu@example.org', '--checked-by', 'Jo');
    expect(done).toMatchObject({ code: 0, error: '' });
    expect(done.out).toMatch(/^Amara Nwosu is signed out everywhere \(open: 0\)\. /);
    expect(done.out).toMatch(/^http:\/\/localhost:4000\/patient\/reset-password\/[\w-]{43}$/m);
    const mailed = await recover('--email', 'tom.bell@example.org', '--checked-by', 'Jo', '--mail');
    expect(mailed.out).toMatch(/on its way to tom\.bell@example\.org, good until /);
    expect(mailed.out).not.toContain('reset-password');
    for (const [args, sentence] of [
      [
        ['--email', 'nobody@example.org', '--checked-by', 'Jo'],
        /^Nobody signs in with nobody@example\.org\.\n$/,
      ],
      [['--email', 'tom.bell@example.org'], /^Say who looked at the person's documents .+\n$/],
      [['--email', 'nonsense', '--checked-by', 'Jo'], /^Give the e-mail address .+\n$/],
    ] as const)
      expect(await recover(...args)).toMatchObject({ code: 1, error: expect.stringMatching(sentence) });
  });
});

/** New versions, another master key, and the end of a record's keys: each by one command, and the record works on. */
async function keysAreCaredFor(record: string): Promise<void> {
  expect(await run('keys', 'rotate', '--record', record)).toMatchObject({
    code: 0,
    out: '1 record has new keys.\n',
  });
  expect((await run('keys', 'rotate', '--all')).out).toBe('1 record has new keys.\n');
  const rewrapped = await run('keys', 'rewrap', '--new-master');
  expect(rewrapped.out).toMatch(/^A new master key: file-2\.\n\d+ keys are wrapped by file-2 now\.\n$/);
  expect((await run('keys', 'rewrap')).out).toBe('0 keys are wrapped by file-2 now.\n');
  const number = { identifier: [nhsNumber('9990030006')] };
  const changed = file('more.json', aBundle('transaction', aFhirPatient('a', number), aWeight('w', 'a', 81)));
  expect((await run('import:fhir', changed, '--organisation', 'RX1')).out).toContain('9990030006');
  const unsure = await runTyping('yes', 'keys', 'destroy', '--record', record);
  expect(unsure).toMatchObject({ code: 1 });
  expect(unsure.error).toContain('Nothing was destroyed.');
  const sure = await runProcess(`destroy ${record}\n`, 'keys', 'destroy', '--record', record);
  expect(sure.out).toContain('16 keys of the record were destroyed.');
}
