import type pg from 'pg';
import type { Head } from '../sealing/head.ts';
import { HeadsFiles } from '../sealing/heads-files.ts';
import { contentOf } from '../sealing/log-content.ts';
import { type ChainRow, type Fault, RecordCheck } from './check-record.ts';
import { type HeadsKept, headsKept } from './heads-kept.ts';

export type { Fault } from './check-record.ts';

/** What a verification looked at and found. */
export interface Verified {
  entries: number;
  records: number;
  /** Entries that wait for their place; the sealer is behind or does not run when there are old ones. */
  waiting: number;
  /** No head is kept outside the database of any of them: what was cut off leaves no trace. */
  blind: boolean;
  /** The first fault of each record that has one, in the order they were met. */
  faults: Fault[];
}

interface VerifyOptions {
  headsDir: string;
  publicKey: Buffer;
  /** Only this record's log: its UUID. */
  record?: string;
}

/** Places read at once; the next are asked for while these are checked. */
const PAGE = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * A page as one text, a line a place: a row of its own for each would cost more than all the hashing. What is left of
 * the entry stands last and names record and entry itself; where it is gone, they stand there alone. Entries are looked
 * up by their key: a join would read the whole log for every page.
 */
const PLACES = `select string_agg(c.position || ' ' || encode(c.hash, 'hex') || ' '
      || case when l.id is null then c.patient_id || ' ' || c.entry_id else ${contentOf('l')} end, E'\\n'
      order by c.patient_id, c.position) as lines
  from (select * from heldwell.access_chain c
         where (c.patient_id, c.position) > ($1::uuid, $2::bigint) and c.patient_id <= $3::uuid
         order by c.patient_id, c.position limit ${PAGE}) c
  left join lateral (select * from heldwell.access_log l
    where l.patient_id = c.patient_id and l.id = c.entry_id limit 1) l on true`;

const NEWEST_HEADS = `select distinct on (h.patient_id) h.batch, h.patient_id as record, h.position, encode(h.hash, 'hex') as hash,
    to_char(h.sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
    encode(h.signature, 'base64') as signature
  from heldwell.access_head h where h.patient_id = any ($1::uuid[]) order by h.patient_id, h.position desc`;

/** Entries nobody gave a place: those that wait for the sealer, and those that came by another way than the log's own. */
const PLACELESS = `select l.patient_id as record, l.id as entry, u.id is not null as waits
  from heldwell.access_log l
  left join heldwell.access_chain c on c.patient_id = l.patient_id and c.entry_id = l.id
  left join heldwell.access_unsealed u on u.patient_id = l.patient_id and u.id = l.id
 where c.entry_id is null and ($1::uuid is null or l.patient_id = $1)
 order by l.at, l.id`;

/** Checks every chain against itself, its signed head and the heads kept outside the database. */
export async function verifyLog(client: pg.ClientBase, options: VerifyOptions): Promise<Verified> {
  // The files first: they are written after the database, so that all they hold is in what is read then.
  const kept = await headsKept(new HeadsFiles(options.headsDir), options.record);
  await client.query('begin isolation level repeatable read read only');
  try {
    return await verifyKept(client, kept, options);
  } finally {
    await client.query('rollback');
  }
}

async function verifyKept(client: pg.ClientBase, kept: HeadsKept, options: VerifyOptions): Promise<Verified> {
  const walk = new Walk(client, kept, options.publicKey);
  for await (const page of pages(client, options.record)) await walk.take(page);
  walk.finish();
  const placeless = await client.query<{ record: string; entry: string; waits: boolean }>(PLACELESS, [
    options.record ?? null,
  ]);
  const strange = placeless.rows.filter(({ waits }) => !waits);
  const faults = strange.map(({ record, entry }) => ({
    record,
    entry,
    position: null,
    reason: 'was put there by another way than the log’s own: it has no place and waits for none',
  }));
  const waiting = placeless.rows.length - strange.length;
  const blind = walk.records > 0 && kept.size === 0;
  return {
    entries: walk.entries,
    records: walk.records,
    waiting,
    blind,
    faults: [...walk.faults, ...faults],
  };
}

async function* pages(client: pg.ClientBase, record: string | undefined): AsyncGenerator<ChainRow[]> {
  const read = async (patient: string, position: number): Promise<ChainRow[]> => {
    const { rows } = await client.query<{ lines: string | null }>(PLACES, [
      patient,
      position,
      record ?? LAST,
    ]);
    return rows[0]?.lines?.split('\n').map(rowOf) ?? [];
  };
  let page = await read(record ?? FIRST, 0);
  while (page.length > 0) {
    const last = page.at(-1) as ChainRow;
    const next = page.length === PAGE ? read(last.patient, last.position) : Promise.resolve([]);
    yield page;
    page = await next;
  }
}

const UUID = 36;
const HASH = 64;
/** Where the record and the entry stand in the words of one: behind the name of their order. */
const RECORD_AT = '["heldwell-log-1","'.length;
const ENTRY_AT = RECORD_AT + UUID + '","'.length;

function rowOf(line: string): ChainRow {
  const end = line.indexOf(' ');
  const position = Number(line.slice(0, end));
  const hash = line.slice(end + 1, end + 1 + HASH);
  const rest = line.slice(end + 1 + HASH + 1);
  const there = rest.startsWith('[');
  const [record, entry] = there ? [RECORD_AT, ENTRY_AT] : [0, UUID + 1];
  return {
    patient: rest.slice(record, record + UUID),
    position,
    entry: rest.slice(entry, entry + UUID),
    hash,
    content: there ? rest : null,
  };
}

/** Goes through all places in the order of records, one check a record. */
class Walk {
  entries = 0;
  records = 0;
  readonly faults: Fault[] = [];
  private readonly client: pg.ClientBase;
  private readonly kept: HeadsKept;
  private readonly publicKey: Buffer;
  private readonly met = new Set<string>();
  private stored = new Map<string, Head>();
  private check: RecordCheck | undefined;

  constructor(client: pg.ClientBase, kept: HeadsKept, publicKey: Buffer) {
    this.client = client;
    this.kept = kept;
    this.publicKey = publicKey;
  }

  async take(page: readonly ChainRow[]): Promise<void> {
    await this.lookUpHeads(page);
    for (const row of page) {
      if (row.patient !== this.check?.record) this.begin(row.patient);
      this.check?.take(row);
      this.entries += 1;
    }
  }

  /** Also names the records whose whole chain is gone, which only the files remember. */
  finish(): void {
    this.end();
    for (const record of this.kept.keys()) {
      if (this.met.has(record)) continue;
      this.begin(record);
      this.end();
    }
  }

  private begin(record: string): void {
    this.end();
    this.records += 1;
    this.met.add(record);
    this.check = new RecordCheck(record, {
      kept: this.kept.get(record) ?? new Map(),
      stored: this.stored.get(record),
      publicKey: this.publicKey,
    });
  }

  private end(): void {
    const fault = this.check?.finish();
    if (fault) this.faults.push(fault);
    this.check = undefined;
  }

  private async lookUpHeads(page: readonly ChainRow[]): Promise<void> {
    const records = [...new Set(page.map(({ patient }) => patient))];
    const { rows } = await this.client.query<Head>(NEWEST_HEADS, [records]);
    const heads = rows.map((row) => [row.record, { ...row, key: '' }] as const);
    this.stored = new Map(heads);
  }
}
