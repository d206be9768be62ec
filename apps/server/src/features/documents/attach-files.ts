import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { openFileKey, openTitle, sealFileKey, sealTitle } from './file-seal.ts';

/** Most files of one message or document. */
export const MOST_FILES = 10;

/** The rows of files as a client names them, of this record; one of another record is none. */
export const filesNamed = (patient: string, ids: readonly string[] | null | undefined): string[] => [
  ...new Set(
    (ids ?? [])
      .map((id) => readRowId('ATTACHMENT', id))
      .map((id) => (id.patient === patient ? id.row : NOBODY)),
  ),
];

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Rows `a` the author put up for this discussion (null: for the record) and has not attached; locked, so that each is attached once. */
export const waitingFiles = (files: string, thread: string): string => `heldwell.attachment a
  where a.patient_id = $1 and a.id = any (${files}::uuid[]) and a.author_id = heldwell.viewer_person()
    and a.thread_id is not distinct from ${thread}::uuid and a.message_id is null and a.entry_id is null for update`;

interface WaitingRow {
  id: string;
  label: string;
  title: Buffer | null;
  file_key: Buffer;
}

/** Where files go that were put up for the record: an entry, or the first message of a discussion. */
export interface FilesHolder {
  patient: string;
  label: string;
  entry?: string;
  thread?: string;
  message?: string;
}

/**
 * Locks files that the viewer put up for the record and has attached to nothing. Undefined where one is missing: then
 * nothing may be attached.
 */
export async function lockWaiting(
  scope: RequestScope,
  patient: string,
  files: readonly string[],
): Promise<WaitingRow[] | undefined> {
  if (files.length === 0) return [];
  const rows = await scope.query<WaitingRow>({
    text: `select a.id, a.label, a.title, a.file_key from ${waitingFiles('$2', 'null')}`,
    values: [patient, files],
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const found = files.flatMap((id) => byId.get(id) ?? []);
  return found.length === files.length ? found : undefined;
}

/** Attaches files in their order, each under the label of what they now belong to. */
export async function attachFiles(
  scope: RequestScope,
  holder: FilesHolder,
  files: readonly WaitingRow[],
): Promise<void> {
  const { keys } = scope;
  const { patient, label } = holder;
  if (files.length === 0) return;
  await keys.forLabels([holder, ...files.map((file) => ({ patient, label: file.label }))]);
  for (const [position, file] of files.entries()) {
    const from = { patient, id: file.id, label: file.label, scope: null };
    const to = { ...from, label };
    await scope.query({
      name: 'attach_file',
      text: `update heldwell.attachment set entry_id = $3, thread_id = $4, message_id = $5, position = $6, label = $7,
          title = $8, file_key = $9 where patient_id = $1 and id = $2`,
      values: [
        ...[
          patient,
          file.id,
          holder.entry ?? null,
          holder.thread ?? null,
          holder.message ?? null,
          position,
          label,
        ],
        sealTitle(keys, to, openTitle(keys, from, file.title)),
        sealFileKey(keys, to, openFileKey(keys, from, file.file_key)),
      ],
    });
  }
}

/** The files of something the viewer wrote earlier, in their order. */
export async function filesOf(
  scope: RequestScope,
  { patient, row }: RowId,
  holder: 'message_id' | 'entry_id',
): Promise<string[]> {
  const rows = await scope.query<{ id: string }>({
    text: `select a.id from heldwell.attachment a where a.patient_id = $1 and a.${holder} = $2 order by a.position`,
    values: [patient, row],
  });
  return rows.map(({ id }) => id);
}

/** Whether two lists name the same files in the same order. */
export const sameFiles = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, at) => id === other[at]);
