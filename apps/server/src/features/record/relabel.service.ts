import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import { type PrivacyLabel, publishAccessChange } from '../consent/index.ts';
import { moveFiles } from '../documents/index.ts';
import type { RelabelEntryInput } from './record.inputs.ts';
import { type EntryBlobs, openContent, openEntry, sealEntry, sealVersion } from './sealed-entry.ts';

/** What is the patient's own, locked; with the version under its present label, which holds the resource it came from. */
const OLD = `select e.label, e.version, e.headline, e.detail, e.measured, v.content from heldwell.entry e
  join heldwell.entry_version v on v.patient_id = e.patient_id and v.entry_id = e.id and v.version = e.version
  where e.patient_id = $1 and e.id = $2 and e.patient_id = heldwell.viewer_record() for update of e`;

/** The version keeps what the label was and who changed it. */
const RELABEL = `with changed as (
    update heldwell.entry e set label = $3, label_chosen = true, version = $4, headline = $5, detail = $6, measured = $7
      where e.patient_id = $1 and e.id = $2 returning e.status
  )
  insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, content, changed_by)
    select $1, $2, $4, heldwell.now(), $3, status, $8, $9, $10 from changed`;

/** Who was given this entry alone by somebody who does not hold its new label: that has ended (`entry_relabelled`). */
const ENDED = `select grantee_id from heldwell.consent_grant where patient_id = $1 and entry_id = $2 and ended
  and cause = 'GIVER_ENDED' and superseded_at is null and recorded_at = heldwell.now()`;

interface OldRow extends EntryBlobs {
  label: PrivacyLabel;
  version: number;
  content: Buffer;
}

/** Changes an entry's label; null when it is not the patient's own. The same label again changes nothing. */
export async function relabelEntry(context: Context, input: RelabelEntryInput): Promise<RowId | null> {
  const { scope } = context;
  const id = readRowId('ENTRY', input.entry);
  const [old] = await scope.query<OldRow>({
    name: 'entry_to_relabel',
    text: OLD,
    values: [id.patient, id.row],
  });
  if (!old) return null;
  if (old.label === input.label) return id;
  await moveToLabel(scope, { id, old, input });
  // Whoever sees either label sees a change: one side gains the entry, the other loses it.
  const ids = { patient: id.patient, change: 'ENTRIES', labels: `${old.label},${input.label}` };
  scope.publish({ channel: channels.record(id.patient), ids });
  const ended = await scope.query<{ grantee_id: string }>({ text: ENDED, values: [id.patient, id.row] });
  for (const { grantee_id } of ended) publishAccessChange(scope, id.patient, grantee_id);
  return id;
}

interface Move {
  id: RowId;
  old: OldRow;
  input: RelabelEntryInput;
}

/** Seals all an entry says under the key of its new label; earlier versions keep the keys of theirs. */
async function moveToLabel(scope: RequestScope, { id, old, input }: Move): Promise<void> {
  const viewer = await scope.viewer();
  const { keys } = scope;
  const { patient } = id;
  await keys.forLabels([
    { patient, label: old.label },
    { patient, label: input.label },
  ]);
  const from = { patient, id: id.row, version: old.version, label: old.label };
  const to = { ...from, version: old.version + 1, label: input.label };
  const said = openEntry(keys, from, old);
  const { resource } = openContent(keys, from, old.content);
  const now = sealEntry(keys, to, said);
  const content = { detail: said.detail, resource, reason: input.reason ?? null };
  const kept = sealVersion(keys, to, { headline: said.headline, content });
  const by = `${viewer?.givenName} ${viewer?.familyName}`;
  await scope.query({
    name: 'relabel_entry',
    text: RELABEL,
    values: [
      ...[patient, id.row, to.label, to.version, now.headline, now.detail, now.measured],
      ...[kept.headline, kept.content, by],
    ],
  });
  await moveFiles(scope, id, input.label);
}
