import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { type RowId, readId } from '../../platform/global-id.ts';
import type { Viewer } from '../../platform/opened-session.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { oneAtATime } from '../../platform/sent-once.ts';
import { attachFiles, filesNamed, filesOf, lockWaiting, sameFiles } from '../documents/index.ts';
import type { AddDocumentInput } from './add-document.inputs.ts';
import { type EntryBlobs, type EntryPlace, openEntry, sealEntry, sealVersion } from './sealed-entry.ts';

export type AddOutcome = { is: 'ADDED'; entry: RowId } | { is: 'HIDDEN' | 'DIFFERENT' | 'WITHOUT_FILES' };

/** Whoever writes into a record may add to this label and see what they added. Waits for a revoke under way. */
const MAY_ADD = `select heldwell.may_write($1, 'ADD', $2, null) and heldwell.may_write($1, 'SEE', $2, null) as may`;

/** Adds a document with its files; the same id twice is one document, with something else in it it is refused. */
export async function addDocument(context: Context, input: AddDocumentInput): Promise<AddOutcome> {
  const { scope } = context;
  const viewer = await scope.viewer();
  if (!viewer) return { is: 'HIDDEN' };
  const patient = readId('RECORD', input.record);
  const [, [allowed]] = await Promise.all([
    oneAtATime(scope, viewer, input.id),
    scope.query<{ may: boolean }>({ name: 'may_add', text: MAY_ADD, values: [patient, input.label] }),
  ]);
  if (!allowed?.may) return { is: 'HIDDEN' };
  const named = filesNamed(patient, input.attachments);
  const earlier = await earlierDocument(scope, patient, { input, named });
  if (earlier) return earlier;
  const files = await lockWaiting(scope, patient, named);
  if (!files) return { is: 'WITHOUT_FILES' };
  const place = { patient, id: uuidv7(), version: 1, label: input.label };
  await storeDocument(scope, { place, viewer, input });
  await attachFiles(scope, { patient, label: input.label, entry: place.id }, files);
  const ids = { patient, change: 'ENTRIES', labels: input.label };
  scope.publish({ channel: channels.record(patient), ids });
  return { is: 'ADDED', entry: { patient, row: place.id } };
}

interface EarlierRow extends EntryBlobs {
  id: string;
  version: number;
  label: string;
  day: string | null;
}

/** What the viewer added with this id before; compared with what is asked now, but for a label changed since. */
async function earlierDocument(
  scope: RequestScope,
  patient: string,
  { input, named }: { input: AddDocumentInput; named: readonly string[] },
): Promise<AddOutcome | null> {
  const [row] = await scope.query<EarlierRow>({
    text: `select e.id, e.version, e.label, e.headline, e.detail, e.measured,
        to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD') as day
      from heldwell.entry e where e.patient_id = $1 and e.author_id = heldwell.viewer_person() and e.client_id = $2`,
    values: [patient, input.id],
  });
  if (!row) return null;
  await scope.keys.forLabels([{ patient, label: row.label }]);
  const { headline } = openEntry(scope.keys, { ...row, patient }, row);
  const files = await filesOf(scope, { patient, row: row.id }, 'entry_id');
  const same = headline.title === input.title && row.day === input.date && sameFiles(files, named);
  return same ? { is: 'ADDED', entry: { patient, row: row.id } } : { is: 'DIFFERENT' };
}

interface ToStore {
  place: EntryPlace;
  viewer: Viewer;
  input: AddDocumentInput;
}

/** In two statements: the policy of a version asks for its entry. */
async function storeDocument(scope: RequestScope, { place, viewer, input }: ToStore): Promise<void> {
  const { keys } = scope;
  const { patient, id, label } = place;
  await keys.forLabels([place]);
  const author = `${viewer.givenName} ${viewer.familyName}`;
  const headline = { title: input.title, summary: null, code: null, author };
  // Whoever adds it need not have written it.
  const detail = { __typename: 'DocumentDetail', type: null, author: null, description: null };
  const now = sealEntry(keys, place, { headline, detail, measured: null });
  const kept = sealVersion(keys, place, { headline, content: { detail, resource: null } });
  const day = input.date && `${input.date}T00:00:00Z`;
  await scope.query({
    name: 'add_document',
    text: `insert into heldwell.entry (patient_id, id, kind, label, label_chosen, status, sorted_at, occurred_at, occurred_precision,
        arrived_at, version, author_id, author_team_id, client_id, headline, detail)
      values ($1, $2, 'DOCUMENT', $3, true, 'CURRENT', coalesce($4::timestamptz, heldwell.now()), $4, 'DAY', heldwell.now(), 1,
        heldwell.viewer_person(), (heldwell.viewer_teams())[1], $5, $6, $7)`,
    values: [patient, id, label, day, input.id, now.headline, now.detail],
  });
  await scope.query({
    name: 'add_document_version',
    text: `insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, content, changed_by)
      values ($1, $2, 1, heldwell.now(), $3, 'CURRENT', $4, $5, $6)`,
    values: [patient, id, label, kept.headline, kept.content, author],
  });
}
