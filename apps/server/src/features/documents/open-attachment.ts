import { lookAt } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import type { DocumentStore } from '../../platform/documents/document-store.ts';
import { type FileSeal, openChunks } from '../../platform/documents/sealed-chunks.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import { maySeeEntry, maySeeThread } from '../consent/index.ts';
import { openFile, openFileKey, openTitle, sealedContent, sealedTitle } from './file-seal.ts';

export interface OpenedAttachment {
  title: string | null;
  contentType: string;
  /** Bytes, of the file as it was put up. */
  size: number;
  /** The bytes, each found right before it is given; ends with an error where one is not. */
  bytes: AsyncIterable<Buffer>;
}

interface FileRow {
  title: Buffer | null;
  content_type: string;
  size: number;
  bytes: Buffer | null;
  file_key: Buffer | null;
  label: string;
  scope: string;
}

/** With an entry or a message that the viewer may see; also a message kept of a discussion that access ended for. */
const SEEN = `from heldwell.attachment a where a.patient_id = $1 and a.id = $2 and (
    exists (select from heldwell.entry e where e.patient_id = a.patient_id and e.id = a.entry_id and ${maySeeEntry('e')})
    or exists (select from heldwell.message m join heldwell.thread t on t.patient_id = m.patient_id and t.id = m.thread_id
      where m.patient_id = a.patient_id and m.id = a.message_id and ${maySeeThread('t')})
    or exists (select from heldwell.message m join heldwell.kept_thread t on t.patient_id = m.patient_id and t.id = m.thread_id
      where m.patient_id = a.patient_id and m.id = a.message_id and m.position <= t.last_position))`;

/** A file's bytes, and a look noted; null when it does not exist or is hidden: the two answers are the same. */
export async function openAttachment(context: Context, id: string): Promise<OpenedAttachment | null> {
  const { patient, row } = readRowId('ATTACHMENT', id);
  const { scope, services } = context;
  const [file] = await scope.query<FileRow>({
    name: 'open_attachment',
    text: `select a.title, a.content_type, a.size, a.bytes, a.file_key, a.label, coalesce(a.thread_id, a.entry_id) as scope ${SEEN}`,
    values: [patient, row],
  });
  if (!file) return null;
  const place = { patient, id: row, label: file.label, scope: file.scope };
  const title = sealedTitle(place, file.title);
  await scope.keys.forValues([...(title ? [title] : []), sealedContent(place, file)]);
  const said = { title: openTitle(scope.keys, place, file.title), contentType: file.content_type };
  lookAt(context, patient, { what: 'FILE', opened: row });
  if (file.bytes) {
    const bytes = openFile(scope.keys, place, file.bytes);
    return { ...said, size: bytes.length, bytes: inPieces(bytes) };
  }
  const { key } = openFileKey(scope.keys, place, file.file_key ?? Buffer.alloc(0));
  return { ...said, size: file.size, bytes: fromStore(services.documents.store, { id: row, patient, key }) };
}

/** Opened when the first byte is asked for: what is never read is never opened. */
async function* fromStore(store: DocumentStore, seal: FileSeal): AsyncGenerator<Buffer> {
  yield* openChunks(seal, await store.open(seal.id));
}

/**
 * Milliseconds until the next time access may end by itself, at most `most`; null once the file may be seen no more.
 * Judged again for a download under way: nothing is logged for it a second time.
 */
export async function mayStillOpen(
  context: Context,
  { patient, row }: RowId,
  most: number,
): Promise<number | null> {
  const viewer = await context.scope.viewer();
  if (!viewer) return null;
  const [seen] = await context.scope.query<{ ends_in: number | null }>({
    name: 'may_still_open',
    text: `select (select extract(epoch from min(g.valid_until) - heldwell.now())::float8 * 1000
        from heldwell.held_grant g where g.patient_id = a.patient_id) as ends_in ${SEEN}`,
    values: [patient, row],
  });
  if (!seen) return null;
  const session = Date.parse(viewer.expiresAt) - context.services.clock().getTime();
  return Math.max(0, Math.min(most, session, seen.ends_in ?? most));
}

const PIECE = 65_536;

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}
