import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { writeId } from '../platform/global-id.ts';
import { writeCursor } from '../platform/reading/page.ts';
import { CASELOAD, HOME, INBOX, SEND, SMALLEST, TIMELINE } from './documents.ts';
import type { WireRequest } from './http-connection.ts';
import { BIG_RECORD, BIG_TEAM, idOf, SENDING_THREAD } from './identity.ts';
import type { Asker, Askers } from './viewers.ts';

/** What is measured: the same question to both servers, and what shared/speed aims at. */
export interface Load {
  name: string;
  /** Least share of the plain handler's speed. */
  aim: number;
  /** Most pages and statements, where there is an aim. */
  pages?: number;
  statements?: number;
  roundTrips?: number;
  /** Most that the slowest hundredth may take, in medians. */
  tail?: number;
  /** Whether both answers are the same text; else ids and times of what was just made differ. */
  exact: boolean;
  /** The i-th request to each. */
  ask(i: number): { product: WireRequest; plain: WireRequest };
}

const bigTeam = writeId('TEAM', idOf('team', BIG_TEAM));
const bigRecord = writeId('RECORD', idOf('patient', BIG_RECORD));

/** How deep into the large record the deep pages lie. */
const DEPTHS = [25, 50, 95] as const;

export interface LoadSources {
  askers: Askers;
  /** Cursors into the large record by depth. */
  cursors: Record<number, string>;
  nhsNumbers: string[];
  familyBeginnings: string[];
}

/** Every measured question, in the order they are printed. */
export function loadsOf(sources: LoadSources): Load[] {
  const { patients, professionals } = sources.askers;
  const timeline = (name: string, after?: string): Load =>
    readLoad({ name, aim: 0.6, statements: 2 }, professionals, {
      query: TIMELINE,
      path: '/timeline',
      variables: () => ({ record: bigRecord, ...(after && { after }) }),
    });
  const caseload = (name: string, searches: string[]): Load =>
    readLoad({ name, aim: 0.6, statements: 1, pages: 100 }, professionals, {
      query: CASELOAD,
      path: '/caseload',
      variables: (_, i) => ({ team: bigTeam, search: searches[i % searches.length] }),
    });
  return [
    readLoad({ name: 'patient home', aim: 0.6, statements: 2, tail: 3 }, patients, {
      query: HOME,
      path: '/home',
      variables: () => ({}),
    }),
    timeline('timeline, first page'),
    ...DEPTHS.map((depth) => timeline(`timeline at ${depth} %`, sources.cursors[depth])),
    readLoad({ name: 'team inbox', aim: 0.9, statements: 2 }, professionals, {
      query: INBOX,
      path: '/inbox',
      variables: () => ({ team: bigTeam }),
    }),
    caseload('search by name', sources.familyBeginnings),
    caseload('search by NHS number', sources.nhsNumbers),
    sending(patients),
    readLoad({ name: 'smallest, signed in', aim: 0.3 }, professionals, {
      query: SMALLEST,
      path: '/smallest',
      variables: () => ({}),
    }),
  ];
}

interface Question {
  query: string;
  path: string;
  variables(asker: Asker, i: number): Record<string, unknown>;
}

type Aims = Omit<Load, 'exact' | 'ask'>;

const readLoad = (aims: Aims, askers: Asker[], question: Question): Load => ({
  ...aims,
  exact: true,
  ask: (i) => {
    const asker = askers[i % askers.length] as Asker;
    return requestsOf(asker, question, question.variables(asker, i));
  },
});

function requestsOf(asker: Asker, { query, path }: Question, variables: Record<string, unknown>) {
  const { headers } = asker;
  return {
    product: { path: '/graphql', headers, body: JSON.stringify({ query, variables }) },
    plain: { path, headers, body: JSON.stringify(variables) },
  };
}

/** Each patient writes in a discussion of their own, so that sends meet only at the disk. */
const sending = (patients: Asker[]): Load => ({
  name: 'send a message',
  aim: 0.7,
  roundTrips: 3,
  exact: false,
  ask: (i) => {
    const asker = patients[i % patients.length] as Asker;
    const thread = writeId('THREAD', idOf('thread', asker.n * 8 + SENDING_THREAD), idOf('patient', asker.n));
    const input = () => ({
      id: randomUUID(),
      thread,
      text: 'I have a question about my next appointment, if I may.',
    });
    return {
      product: {
        path: '/graphql',
        headers: asker.headers,
        body: JSON.stringify({ query: SEND, variables: { input: input() } }),
      },
      plain: { path: '/send', headers: asker.headers, body: JSON.stringify(input()) },
    };
  },
});

/** Looks up what the questions name: cursors, numbers and names that exist. */
export async function sourcesOf(client: pg.Client, askers: Askers): Promise<LoadSources> {
  const labels = `e.label = any ('{GENERAL,MENTAL_HEALTH,SOCIAL_CARE}')`;
  const cursors: Record<number, string> = {};
  await client.query('set timezone = UTC');
  for (const depth of DEPTHS) {
    const { rows } = await client.query<{ at: string; id: string }>(
      `select e.sorted_at::text as at, e.id from heldwell.entry e where e.patient_id = $1 and ${labels}
       order by e.sorted_at desc, e.id desc limit 1 offset (select count(*) * $2 / 100 from heldwell.entry e where e.patient_id = $1 and ${labels})`,
      [idOf('patient', BIG_RECORD), depth],
    );
    cursors[depth] = writeCursor([rows[0]?.at, rows[0]?.id]);
  }
  const { rows } = await client.query<{ number: string; name: string }>(
    `select bench.nhs_number(a.n) as number, left(lower(p.family_name), 4) as name
     from unnest($1::bigint[], $2::uuid[]) a (n, id) join heldwell.patient p on p.id = a.id`,
    [askers.patients.map(({ n }) => n), askers.patients.map(({ n }) => idOf('patient', n))],
  );
  return {
    askers,
    cursors,
    nhsNumbers: rows.map((row) => row.number),
    familyBeginnings: rows.map((row) => row.name),
  };
}
