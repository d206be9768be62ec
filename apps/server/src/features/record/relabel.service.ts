import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { PrivacyLabel } from '../consent/index.ts';
import type { RelabelEntryInput } from './record.inputs.ts';

/** The update sees only what is the patient's own; the version keeps what the label was and who changed it. */
const RELABEL = `with old as (
    select patient_id, id, label from heldwell.entry where patient_id = $1 and id = $2 and patient_id = heldwell.viewer_record() for update
  ), changed as (
    update heldwell.entry e set label = $3, label_chosen = true, version = e.version + 1 from old
      where e.patient_id = old.patient_id and e.id = old.id and old.label <> $3
      returning e.*, old.label as label_before
  ), kept as (
    insert into heldwell.entry_version
      (patient_id, entry_id, version, recorded_at, label, status, headline, detail, resource, changed_by, reason)
      select patient_id, id, version, heldwell.now(), label, status, headline, detail, null, $4, $5 from changed
  )
  select (select count(*) from old) as found, (select label_before from changed) as before`;

/** Changes an entry's label; null when it is not the patient's own. The same label again changes nothing. */
export async function relabelEntry(context: Context, input: RelabelEntryInput): Promise<RowId | null> {
  const id = readRowId('ENTRY', input.entry);
  const viewer = await context.scope.viewer();
  const by = `${viewer?.givenName} ${viewer?.familyName}`;
  const [changed] = await context.scope.query<{ found: number; before: PrivacyLabel | null }>({
    name: 'relabel_entry',
    text: RELABEL,
    values: [id.patient, id.row, input.label, by, input.reason ?? null],
  });
  if (!changed?.found) return null;
  if (changed.before) {
    // Whoever sees either label sees a change: one side gains the entry, the other loses it.
    const ids = { patient: id.patient, change: 'ENTRIES', labels: `${changed.before},${input.label}` };
    context.scope.publish({ channel: channels.record(id.patient), ids });
  }
  return id;
}
