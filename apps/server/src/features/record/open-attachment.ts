import { lookAt } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { readRowId } from '../../platform/global-id.ts';
import { maySeeEntry } from '../consent/index.ts';

export interface OpenedAttachment {
  title: string | null;
  contentType: string;
  bytes: Buffer;
}

/** A file's bytes, and a look noted; null when it does not exist or is hidden: the two answers are the same. */
export async function openAttachment(context: Context, id: string): Promise<OpenedAttachment | null> {
  const { patient, row } = readRowId('ATTACHMENT', id);
  const [file] = await context.scope.query<OpenedAttachment>({
    name: 'open_attachment',
    text: `select a.title, a.content_type as "contentType", a.bytes from heldwell.attachment a
        join heldwell.entry e on e.patient_id = a.patient_id and e.id = a.entry_id
      where a.patient_id = $1 and a.id = $2 and ${maySeeEntry('e')}`,
    values: [patient, row],
  });
  if (!file) return null;
  lookAt(context, patient, 'FILE');
  return file;
}
