import type pg from 'pg';
import { BEFORE_ALL, hashOf } from './chain.ts';
import { type Head, signedWords } from './head.ts';
import { contentOf } from './log-content.ts';
import type { SigningKey } from './signing-key.ts';

/** Most entries given their place in one transaction. */
export const MOST_A_BATCH = 2_000;

/** Entries without a place, each record's in the order they were written. Their rows are found once and then gone. */
const TAKE = `with taken as (
    delete from heldwell.access_unsealed where ctid = any (array(
      select ctid from heldwell.access_unsealed limit ${MOST_A_BATCH})) returning patient_id, id)
  select l.patient_id, l.id, ${contentOf('l')} as content
    from taken t join heldwell.access_log l on l.patient_id = t.patient_id and l.id = t.id
   order by l.patient_id, l.at, l.id`;

const TAILS = `select p.patient_id, c.position, encode(c.hash, 'hex') as hash from unnest($1::uuid[]) p (patient_id)
  cross join lateral (select position, hash from heldwell.access_chain c
    where c.patient_id = p.patient_id order by c.position desc limit 1) c`;

const CHAIN = `insert into heldwell.access_chain (patient_id, position, entry_id, hash)
  select * from unnest($1::uuid[], $2::bigint[], $3::uuid[], $4::bytea[])`;

const HEADS = `insert into heldwell.access_head (patient_id, position, hash, batch, sealed_at, public_key, signature)
  select p, n, h, $4::bigint, $5::timestamptz, $6::bytea, s from unnest($1::uuid[], $2::bigint[], $3::bytea[], $7::bytea[]) as it (p, n, h, s)`;

interface Unsealed {
  patient_id: string;
  id: string;
  content: string;
}

interface Place {
  patient: string;
  position: number;
  entry: string;
  /** Hexadecimal. */
  hash: string;
}

/** Gives the next entries their places and signs how far each record's chain reaches now. How many there were. */
export async function sealBatch(client: pg.ClientBase, key: SigningKey): Promise<number> {
  await client.query('begin');
  try {
    const { rows } = await client.query<Unsealed>(TAKE);
    if (rows.length === 0) {
      await client.query('rollback');
      return 0;
    }
    const places = placesOf(rows, await tailsOf(client, rows));
    await storePlaces(client, places);
    await storeHeads(client, await signedHeads(client, places, key), key);
    await client.query('commit');
    return rows.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

type Tail = { position: number; hash: string };

async function tailsOf(client: pg.ClientBase, rows: readonly Unsealed[]): Promise<Map<string, Tail>> {
  const patients = [...new Set(rows.map((row) => row.patient_id))];
  const tails = await client.query<Tail & { patient_id: string }>(TAILS, [patients]);
  return new Map(tails.rows.map((tail) => [tail.patient_id, tail]));
}

function placesOf(rows: readonly Unsealed[], tails: Map<string, Tail>): Place[] {
  return rows.map(({ patient_id: patient, id: entry, content }) => {
    const { position: before, hash: hashBefore } = tails.get(patient) ?? { position: 0, hash: BEFORE_ALL };
    const position = before + 1;
    const hash = hashOf(hashBefore, position, content);
    tails.set(patient, { position, hash });
    return { patient, position, entry, hash };
  });
}

async function signedHeads(client: pg.ClientBase, places: Place[], key: SigningKey): Promise<Head[]> {
  const { rows } = await client.query<{ batch: number; at: string }>(
    `update heldwell.access_sealer set batches = batches + 1 returning batches as batch,
       to_char(heldwell.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`,
  );
  const { batch = 0, at = '' } = rows[0] ?? {};
  const newest = new Map(places.map((place) => [place.patient, place]));
  return [...newest.values()].map(({ patient, position, hash }) => {
    const head = { record: patient, position, hash, at };
    const signature = key.sign(signedWords(head)).toString('base64url');
    return { batch, ...head, key: key.publicKey.toString('base64url'), signature };
  });
}

async function storePlaces(client: pg.ClientBase, places: readonly Place[]): Promise<void> {
  await client.query(CHAIN, [
    places.map(({ patient }) => patient),
    places.map(({ position }) => position),
    places.map(({ entry }) => entry),
    places.map(({ hash }) => Buffer.from(hash, 'hex')),
  ]);
}

async function storeHeads(client: pg.ClientBase, heads: readonly Head[], key: SigningKey): Promise<void> {
  await client.query(HEADS, [
    heads.map(({ record }) => record),
    heads.map(({ position }) => position),
    heads.map(({ hash }) => Buffer.from(hash, 'hex')),
    heads[0]?.batch,
    heads[0]?.at,
    key.publicKey,
    heads.map(({ signature }) => Buffer.from(signature, 'base64url')),
  ]);
}

const SINCE = `select batch, patient_id as record, position, encode(hash, 'hex') as hash,
    to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, public_key, signature
  from heldwell.access_head where batch >= $1 order by batch, patient_id`;

/** The heads of a turn of the sealer and of those after it, as the database has them. */
export async function headsSince(client: pg.ClientBase, batch: number): Promise<Head[]> {
  const { rows } = await client.query<
    Omit<Head, 'key' | 'signature'> & { public_key: Buffer; signature: Buffer }
  >(SINCE, [batch]);
  return rows.map(({ public_key: key, signature, ...head }) => ({
    ...head,
    key: key.toString('base64url'),
    signature: signature.toString('base64url'),
  }));
}
