import type { RowId } from '../../platform/global-id.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import {
  openFile,
  openFileKey,
  openTitle,
  sealedContent,
  sealedTitle,
  sealFile,
  sealFileKey,
  sealTitle,
} from './file-seal.ts';

interface FileRow {
  id: string;
  label: string;
  title: Buffer | null;
  bytes: Buffer | null;
  file_key: Buffer | null;
}

/**
 * The files an entry has go with it under another label's key; those of earlier versions stay as they were. Of a file in
 * the store only its own key is sealed anew: the file is not touched, so that a crash leaves all or nothing moved.
 */
export async function moveFiles(scope: RequestScope, entry: RowId, label: string): Promise<void> {
  const { patient } = entry;
  const { keys } = scope;
  const files = await scope.query<FileRow>({
    text: `select id, label, title, bytes, file_key from heldwell.attachment
      where patient_id = $1 and entry_id = $2 and replaced_at is null`,
    values: [patient, entry.row],
  });
  for (const file of files) {
    const from = { patient, id: file.id, scope: entry.row, label: file.label };
    const to = { ...from, label };
    const title = sealedTitle(from, file.title);
    await keys.forValues([...(title ? [title] : []), sealedContent(from, file)]);
    await scope.query({
      text: `update heldwell.attachment set label = $3, title = $4, bytes = $5, file_key = $6
        where patient_id = $1 and id = $2`,
      values: [
        ...[patient, file.id, label, sealTitle(keys, to, openTitle(keys, from, file.title))],
        file.bytes && sealFile(keys, to, openFile(keys, from, file.bytes)),
        file.file_key && sealFileKey(keys, to, openFileKey(keys, from, file.file_key)),
      ],
    });
  }
}
