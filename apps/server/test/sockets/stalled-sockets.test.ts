import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPatient, type MadePatient } from '../builders/a-patient.ts';
import { aTeam } from '../builders/people.ts';
import { aServer, type TestServer } from '../harness/a-server.ts';
import type { AppClient } from '../harness/app-client.ts';
import { send } from '../harness/commands.ts';

/**
 * Sockets that subscribe and never read, of one session and of many, beside one who reads. `npm run verify:long` opens two
 * thousand; every run opens a hundred and holds the same bounds.
 */
const LONG = process.env.VERIFY_LONG === '1';
const STALLED = LONG ? 2_000 : 100;
const SESSIONS = LONG ? 100 : 5;
const MESSAGES = LONG ? 200 : 20;
const MOST_MEBIBYTES = 200;
const MOST_MS = 500;
const STREAM =
  'subscription ($id: ID!) { messagesAdded(thread: $id) { position messages { position text } } }';

let server: TestServer;
let patient: MadePatient;
let writer: AppClient;
let clients: ChildProcess | undefined;
beforeAll(async () => {
  server = await aServer();
  patient = await aPatient(server.db)
    .withThread({ with: await aTeam(server.db) })
    .stored();
  writer = await server.asPerson(patient.email, 'PATIENT');
});
afterAll(() => clients?.kill());

const mebibytes = () => process.memoryUsage().rss / 1_048_576;

/** Patients with a discussion of their own each, and what they listen to. */
async function stall(): Promise<void> {
  const cookies: string[] = [];
  for (let n = 0; n < SESSIONS; n += 1)
    cookies.push((await server.asPerson(patient.email, 'PATIENT')).cookies);
  const script = path.join(import.meta.dirname, 'stalled-clients.mjs');
  const { port } = new URL(server.url);
  const args = [port, String(STALLED), cookies.join('|'), STREAM, JSON.stringify({ id: patient.threadId() })];
  clients = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (clients.stdout) await once(clients.stdout, 'data');
}

it('sockets that never read cost little, and do not hold up who reads', { timeout: 600_000 }, async () => {
  const reader = writer.subscribe<{ messagesAdded: { position: number } }>(STREAM, {
    id: patient.threadId(),
  });
  await reader.next();
  const before = mebibytes();
  await stall();
  const times: number[] = [];
  for (let n = 0; n < MESSAGES; n += 1) {
    const began = performance.now();
    await send(writer, patient.threadId());
    await reader.next(60_000);
    times.push(performance.now() - began);
  }
  const cost = mebibytes() - before;
  times.sort((one, other) => one - other);
  const p99 = times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  process.stdout.write(
    `${STALLED} stalled sockets: ${cost.toFixed(0)} MiB; a message sent and read: p50 ${times[times.length >> 1]?.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms\n`,
  );
  expect(cost).toBeLessThan(MOST_MEBIBYTES);
  expect(p99).toBeLessThan(MOST_MS);
});
