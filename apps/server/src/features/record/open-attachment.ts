import { lookAt } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { readRowId } from '../../platform/global-id.ts';
import { maySeeEntry } from '../consent/index.ts';
import { openFile, openTitle } from './sealed-entry.ts';

export interface OpenedAttachment {
  title: string | null;
  contentType: string;
  bytes: Buffer;
}

interface FileRow {
  title: Buffer | null;
  content_type: string;
  bytes: Buffer;
  label: string;
  entry_id: string;
}

/** A file's bytes, and a look noted; null when it does not exist or is hidden: the two answers are the same. */
export async function openAttachment(context: Context, id: string): Promise<OpenedAttachment | null> {
  const { patient, row } = readRowId('ATTACHMENT', id);
  const { scope } = context;
  const [file] = await scope.query<FileRow>({
    name: 'open_attachment',
    text: `select a.title, a.content_type, a.bytes, a.label, a.entry_id from heldwell.attachment a
        join heldwell.entry e on e.patient_id = a.patient_id and e.id = a.entry_id
      where a.patient_id = $1 and a.id = $2 and ${maySeeEntry('e')}`,
    values: [patient, row],
  });
  if (!file) return null;
  const place = { patient, id: row, entry: file.entry_id, label: file.label };
  await scope.keys.forLabels([place]);
  const title = openTitle(scope.keys, place, file.title);
  const bytes = openFile(scope.keys, place, file.bytes);
  lookAt(context, patient, { what: 'FILE', opened: row });
  return { title, contentType: file.content_type, bytes };
}
