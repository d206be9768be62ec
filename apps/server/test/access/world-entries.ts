import type { GraphQLSchema } from 'graphql';
import { uuidv7 } from 'uuidv7';
import { writeId } from '../../src/platform/global-id.ts';
import { insertRows, type RunsAsOwner } from '../harness/insert-rows.ts';
import type { Canaries } from './canaries.ts';
import { DETAIL_OF, filled } from './canary-details.ts';
import { type Guard } from './reference-model.ts';
import { LABELS, type Label } from './viewers.ts';

export const NOW = new Date('2026-11-21T12:00:00.000Z');
const MINUTE = 60_000;
/** Results and measurements of all labels share one code each, so that a trend would mix them. */
const TRENDS: Record<string, string> = {
  TEST_RESULT: 'http://loinc.org|4548-4',
  MEASUREMENT: 'http://loinc.org|85354-9',
};

interface Earlier {
  label: Label;
  /** True when the sender corrected it; else the patient relabelled what it says. */
  corrected: boolean;
}

export interface WorldEntry {
  id: string;
  kind: string;
  label: Label;
  /** The key of the team that wrote it here. */
  by?: string;
  earlier?: Earlier;
}

export interface EntriesOf {
  schema: GraphQLSchema;
  canaries: Canaries;
  patientId: string;
  organisationId: string;
  teamId: string;
  teamIds?: ReadonlyMap<string, string>;
  /** Of another patient: one guard for all. */
  guard?: Guard;
}

/** The entries of a record: every kind under every label, and some that changed their label. */
export function plannedEntries(): WorldEntry[] {
  const kinds = Object.keys(DETAIL_OF);
  const each = kinds.flatMap((kind) => LABELS.map((label) => ({ id: uuidv7(), kind, label })));
  const second = ['TEST_RESULT', 'MEASUREMENT'].flatMap((kind) =>
    LABELS.map((label) => ({ id: uuidv7(), kind, label })),
  );
  const changed: [Label, Label, boolean][] = [
    ['MENTAL_HEALTH', 'GENERAL', false],
    ['GENERAL', 'MENTAL_HEALTH', false],
    ['SOCIAL_CARE', 'SEXUAL_HEALTH', false],
    ['MENTAL_HEALTH', 'GENERAL', true],
  ];
  const relabelled = changed.map(([before, label, corrected]) => ({
    id: uuidv7(),
    kind: 'CONDITION',
    label,
    earlier: { label: before, corrected },
  }));
  const written = (['GENERAL', 'SEXUAL_HEALTH', 'UNLABELLED'] as const).map((label) => ({
    id: uuidv7(),
    kind: 'FINDING',
    label,
    by: 'author',
  }));
  return [...each, ...second, ...relabelled, ...written];
}

/** Stores entries, newest first by their place, labels taking turns. */
export async function storeEntries(
  db: RunsAsOwner,
  entries: readonly WorldEntry[],
  of: EntriesOf,
): Promise<void> {
  await insertRows(
    db,
    'entry',
    entries.map((entry, index) => entryRow(entry, index, of)),
  );
  await insertRows(
    db,
    'entry_version',
    entries.flatMap((entry) => versionRows(entry, of)),
  );
  const reports = entries.filter(({ kind }) => kind === 'REPORT');
  const results = entries.filter(({ kind }) => kind === 'TEST_RESULT');
  const parts = reports.flatMap((whole) =>
    results.map((part, position) => ({
      patient_id: of.patientId,
      whole_id: whole.id,
      part_id: part.id,
      position,
    })),
  );
  await insertRows(db, 'entry_part', parts);
  const documents = entries.filter(({ kind }) => kind === 'DOCUMENT');
  await insertRows(
    db,
    'attachment',
    documents.map((entry) => attachmentRow(entry, of)),
  );
}

/** A document's file has the row id of its document, so that a test can name it. */
function attachmentRow(entry: WorldEntry, of: EntriesOf): object {
  const guard = guardOf(of, entry);
  of.canaries.id(writeId('ATTACHMENT', entry.id, of.patientId), guard);
  const text = of.canaries.word(guard);
  return {
    patient_id: of.patientId,
    id: entry.id,
    entry_id: entry.id,
    position: 0,
    title: of.canaries.word(guard),
    content_type: 'text/plain',
    size: text.length,
    bytes: `\\x${Buffer.from(text).toString('hex')}`,
  };
}

const guardOf = (of: EntriesOf, { kind, label, by }: WorldEntry, also?: Label): Guard =>
  of.guard ?? { is: 'ENTRY', kind, label, ...(also && { also }), ...(by && { by }) };

function entryRow(entry: WorldEntry, index: number, of: EntriesOf): object {
  const guard = guardOf(of, entry);
  const { canaries } = of;
  canaries.id(writeId('ENTRY', entry.id, of.patientId), guard);
  const ahead = entry.kind === 'APPOINTMENT' ? 30 * 24 * 60 * MINUTE : 0;
  const at = new Date(NOW.getTime() - (index + 1) * MINUTE + ahead).toISOString();
  return {
    patient_id: of.patientId,
    id: entry.id,
    kind: entry.kind,
    label: entry.label,
    status: 'CURRENT',
    source_status: canaries.word(guard),
    sorted_at: at,
    occurred_at: at,
    ends_at: at,
    arrived_at: at,
    version: entry.earlier ? 2 : 1,
    source_organisation_id: of.organisationId,
    source_team_id: of.teamId,
    author_team_id: (entry.by && of.teamIds?.get(entry.by)) ?? null,
    author_name: canaries.word(guard),
    code_token: TRENDS[entry.kind] ?? null,
    // Measurements come in parts, as blood pressures do.
    value_number: entry.kind === 'TEST_RESULT' ? canaries.number(guard) : null,
    headline: headlineOf(canaries, guard),
    detail: filled(of.schema, DETAIL_OF[entry.kind] as string, { canaries, guard }),
  };
}

const headlineOf = (canaries: Canaries, guard: Guard) => ({
  title: canaries.word(guard),
  summary: canaries.word(guard),
  code: { system: canaries.word(guard), code: canaries.word(guard), display: canaries.word(guard) },
});

function versionRows(entry: WorldEntry, of: EntriesOf): object[] {
  const { canaries } = of;
  const { earlier } = entry;
  const row = (version: number, label: Label, guards: { words: Guard; resource: Guard | null }) => ({
    patient_id: of.patientId,
    entry_id: entry.id,
    version,
    recorded_at: new Date(NOW.getTime() - (10 - version) * MINUTE).toISOString(),
    label,
    status: 'CURRENT',
    headline: headlineOf(canaries, guards.words),
    detail: { __typename: DETAIL_OF[entry.kind], note: canaries.word(guards.words) },
    resource: guards.resource && { resourceType: 'Basic', text: canaries.word(guards.resource) },
    changed_by: canaries.word(guards.words),
  });
  const now = guardOf(of, entry);
  if (!earlier) return [row(1, entry.label, { words: now, resource: now })];
  const before = guardOf(of, entry, earlier.label);
  // What the patient relabels stays what it says; what the sender corrects is another thing.
  return [
    row(1, earlier.label, { words: before, resource: earlier.corrected ? before : now }),
    row(2, entry.label, { words: now, resource: earlier.corrected ? now : null }),
  ];
}
