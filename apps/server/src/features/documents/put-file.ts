import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { newFileKey, sealChunks } from '../../platform/documents/sealed-chunks.ts';
import type { RowId } from '../../platform/global-id.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { openFileKey, openTitle, sealFileKey, sealTitle } from './file-seal.ts';
import { incomingFile, NotTaken } from './incoming.ts';

/** A file to put up, for a discussion or for a record under a label; it is attached later, or removed. */
export interface FileToPut {
  /** Chosen by the client: put up twice, kept once. */
  clientId: string;
  into: { patient: string; thread: string | null; label: string | null };
  title: string;
  body: AsyncIterable<Buffer>;
}

/** A file that was put up. */
export interface PutFile {
  id: RowId;
  contentType: string;
  size: number;
}

export type PutOutcome =
  | { is: 'PUT'; file: PutFile }
  | { is: 'NOBODY' | 'HIDDEN' | 'DIFFERENT' | 'TOO_MANY' | NotTaken['why'] };

/** Most files a person has waiting in one record: what is never attached fills no disk. */
const MOST_WAITING = 40;

/** Whether the viewer may write there now, under which label, and how much of theirs waits there already. */
const PLACE = `select p.label, (select count(*) from heldwell.attachment a where a.patient_id = $1
      and a.author_id = heldwell.viewer_person() and a.message_id is null and a.entry_id is null) as waiting
  from (select t.label from heldwell.thread t where t.patient_id = $1 and t.id = $2::uuid union all
    select $3::text where $2::uuid is null) p (label)
  where heldwell.may_write($1, 'SEE', p.label, $2)
    and heldwell.may_write($1, case when $2::uuid is null then 'ADD' else 'MESSAGE' end, p.label, $2)`;

const PUT = `insert into heldwell.attachment (patient_id, id, thread_id, position, label, title, content_type, size, file_key,
    author_id, client_id, put_at)
  values ($1, $2, $3, 0, $4, $5, $6, $7, $8, heldwell.viewer_person(), $9, heldwell.now())
  on conflict (patient_id, author_id, client_id) do nothing returning id`;

/**
 * Takes a file in while nothing holds a transaction open: whether it may be is judged before, and again in the
 * transaction that keeps its row, which is the last thing written. Whatever goes wrong, nothing stays behind.
 */
export async function putFile(fresh: () => Context, asked: FileToPut): Promise<PutOutcome> {
  const before = await within(fresh(), async ({ scope }) => {
    if (!(await scope.viewer())) return 'NOBODY';
    const place = await placeOf(scope, asked);
    if (!place) return 'HIDDEN';
    return place.waiting < MOST_WAITING ? 'GO' : 'TOO_MANY';
  });
  if (before !== 'GO') return { is: before };
  const { store, mostBytes } = fresh().services.documents;
  const id = uuidv7();
  const key = newFileKey();
  try {
    const incoming = await incomingFile(asked.body, mostBytes);
    await store.put(id, sealChunks({ id, patient: asked.into.patient, key }, incoming.bytes));
    const { size, digest } = incoming.read();
    const stored = { id, key, digest, size, contentType: incoming.contentType };
    const outcome = await within(fresh(), (context) => keepRow(context, asked, stored));
    if (outcome.is !== 'PUT' || outcome.file.id.row !== id) await store.remove(id);
    return outcome;
  } catch (error) {
    await store.remove(id);
    if (error instanceof NotTaken) return { is: error.why };
    throw error;
  }
}

interface Stored {
  id: string;
  key: Buffer;
  digest: Buffer;
  size: number;
  contentType: string;
}

async function keepRow({ scope }: Context, asked: FileToPut, stored: Stored): Promise<PutOutcome> {
  if (!(await scope.viewer())) return { is: 'NOBODY' };
  const found = await placeOf(scope, asked);
  if (!found) return { is: 'HIDDEN' };
  const { patient, thread } = asked.into;
  const { id, key, digest, size, contentType } = stored;
  const place = { patient, id, label: found.label, scope: thread };
  await scope.keys.forLabels([place]);
  const title = sealTitle(scope.keys, place, asked.title);
  const fileKey = sealFileKey(scope.keys, place, { key, digest });
  const kept = await scope.query<{ id: string }>({
    name: 'put_file',
    text: PUT,
    values: [patient, id, thread, found.label, title, contentType, size, fileKey, asked.clientId],
  });
  if (kept.length > 0) return { is: 'PUT', file: { id: { patient, row: id }, contentType, size } };
  return earlier(scope, asked, stored);
}

interface EarlierRow {
  id: string;
  label: string;
  thread_id: string | null;
  title: Buffer | null;
  file_key: Buffer;
  content_type: string;
  size: number;
}

/** The same id again: the same file is what was kept first; another is refused. */
async function earlier(scope: RequestScope, asked: FileToPut, stored: Stored): Promise<PutOutcome> {
  const { patient, thread } = asked.into;
  const [row] = await scope.query<EarlierRow>({
    text: `select a.id, a.label, a.thread_id, a.title, a.file_key, a.content_type, a.size from heldwell.attachment a
      where a.patient_id = $1 and a.author_id = heldwell.viewer_person() and a.client_id = $2`,
    values: [patient, asked.clientId],
  });
  if (!row || row.thread_id !== thread) return { is: 'DIFFERENT' };
  const place = { patient, id: row.id, label: row.label, scope: thread };
  await scope.keys.forLabels([place]);
  const { digest } = openFileKey(scope.keys, place, row.file_key);
  const same = digest.equals(stored.digest) && openTitle(scope.keys, place, row.title) === asked.title;
  const file = { id: { patient, row: row.id }, contentType: row.content_type, size: row.size };
  return same ? { is: 'PUT', file } : { is: 'DIFFERENT' };
}

async function placeOf(
  scope: RequestScope,
  { into }: FileToPut,
): Promise<{ label: string; waiting: number } | undefined> {
  const [place] = await scope.query<{ label: string; waiting: number }>({
    name: 'place_for_file',
    text: PLACE,
    values: [into.patient, into.thread, into.label],
  });
  return place;
}

/** One transaction; what it answers stands only once it is committed. */
async function within<T>(context: Context, work: (context: Context) => Promise<T>): Promise<T> {
  try {
    const done = await work(context);
    if (!(await context.scope.commit())) throw new Error('A file could not be kept.');
    return done;
  } finally {
    await context.scope.rollback();
  }
}
