import { expect } from 'vitest';
import type { MadePerson } from '../builders/people.ts';
import type { TestServer } from './a-server.ts';
import type { AppClient } from './app-client.ts';
import { somebody } from './signing-in.ts';

/**
 * How many addresses of each kind are asked for where times are held together (five hundred with `npm run verify:long`), and
 * where answers alone are.
 */
const EACH = process.env.VERIFY_LONG === '1' ? 500 : 150;
const FEW = 40;

/** A question a door answers about an e-mail address, which must not tell whether anybody has it. */
export interface Door {
  name: string;
  query: string;
  /** Called anew for each question. `prepared` is what `prepare` made for this address. */
  variables(email: string, prepared: string): object;
  /** Who asks; nobody, in the patients' app, where nothing is chosen. */
  by?: AppClient;
  /** What has to be there before the question about an address can be put; not timed. */
  prepare?(email: string): Promise<string>;
  /** Whether asking once more changes nothing: then the quicker of two counts, for what else the machine does tells nothing. */
  twice: boolean;
  /** False holds body and status alone together, for fewer addresses. */
  timed?: boolean;
}

/** As many people as there are unknown addresses, made once for all doors of a server. */
const peopleOf = new WeakMap<TestServer, Promise<MadePerson[]>>();
async function makePeople(server: TestServer): Promise<MadePerson[]> {
  const made: MadePerson[] = [];
  for (let n = 0; n < EACH; n += 1) made.push(await somebody(server));
  return made;
}
function knownTo(server: TestServer): Promise<MadePerson[]> {
  const made = peopleOf.get(server) ?? makePeople(server);
  peopleOf.set(server, made);
  return made;
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** Asks for as many known as unknown addresses in turn, each once, and holds body, status and time together. */
export async function holdAlike(server: TestServer, door: Door): Promise<void> {
  const known = (await knownTo(server)).slice(0, door.timed === false ? FEW : EACH);
  const client = door.by ?? server.asNobody('PATIENT');
  const prepare = async (email: string) => ({ email, prepared: (await door.prepare?.(email)) ?? '' });
  const ask = (about: About) => answerOf(client, door, about);
  // The first of each kind compile and warm what the others find ready.
  for (let n = 0; n < 10; n += 1) await ask(await prepare(`warm.${n}.${door.name.length}@example.org`));
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
  const answers = new Set<string>();
  for (const [n, { email }] of known.entries()) {
    // Which comes first changes: whoever comes second is never the same kind.
    const pair = [
      ['known', await prepare(email)],
      ['unknown', await prepare(`x${email}`)],
    ] as const;
    const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
    for (let turn = 0; turn < (door.twice ? 2 : 1); turn += 1) {
      for (const [kind, about] of (n + turn) % 2 ? pair : [...pair].reverse()) {
        const { ms, answer } = await ask(about);
        quickest[kind] = Math.min(quickest[kind], ms);
        answers.add(answer);
      }
    }
    times.known.push(quickest.known);
    times.unknown.push(quickest.unknown);
  }
  const [a, b] = [median(times.known), median(times.unknown)];
  console.info(`${door.name}: medians ${a.toFixed(2)} ms known, ${b.toFixed(2)} ms unknown`);
  expect([...answers]).toHaveLength(1);
  expect([...answers][0]).not.toContain('errors');
  if (door.timed === false) return;
  expect(Math.abs(a - b), 'milliseconds apart').toBeLessThanOrEqual(5);
  expect(Math.abs(a - b) / Math.max(a, b), 'parts of a hundred apart').toBeLessThanOrEqual(0.05);
}

/** An address, and what was prepared for it. */
interface About {
  email: string;
  prepared: string;
}

/** Status, headers that say something, and body: without what differs from one answer to the next whoever asks. */
async function answerOf(client: AppClient, door: Door, { email, prepared }: About) {
  const variables = door.variables(email, prepared);
  const begun = performance.now();
  const response = await client.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: door.query, variables }),
  });
  const body = await response.text();
  const ms = performance.now() - begun;
  const headers = [...response.headers].filter(([name]) => name !== 'date' && name !== 'content-length');
  const said = JSON.stringify([response.status, headers, body]);
  return { ms, answer: said.replaceAll(email, '(the address)') };
}
