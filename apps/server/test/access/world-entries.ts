import type { GraphQLSchema } from 'graphql';
import { uuidv7 } from 'uuidv7';
import { sealFile, sealTitle } from '../../src/features/documents/index.ts';
import { type Measured, sealEntry, sealVersion } from '../../src/features/record/index.ts';
import { writeId } from '../../src/platform/global-id.ts';
import type { SystemKeys } from '../../src/platform/sealing/system-keys.ts';
import { hexOf, keysOf } from '../builders/sealed.ts';
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

export interface WorldEntry {
  id: string;
  kind: string;
  label: Label;
  /** The key of the team that wrote it here. */
  by?: string;
  /** The label it had before. */
  earlier?: Label;
}

interface SealedEntries extends EntriesOf {
  keys: SystemKeys;
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
  const changed: [Label, Label][] = [
    ['MENTAL_HEALTH', 'GENERAL'],
    ['GENERAL', 'MENTAL_HEALTH'],
    ['SOCIAL_CARE', 'SEXUAL_HEALTH'],
  ];
  const relabelled = changed.map(([earlier, label]) => ({ id: uuidv7(), kind: 'CONDITION', label, earlier }));
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
  const keys = await keysOf(db, of.patientId);
  const sealed = { ...of, keys };
  await insertRows(
    db,
    'entry',
    entries.map((entry, index) => entryRow(entry, index, sealed)),
  );
  await insertRows(
    db,
    'entry_version',
    entries.flatMap((entry) => versionRows(entry, sealed)),
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
    documents.map((entry) => attachmentRow(entry, sealed)),
  );
}

/** A document's file has the row id of its document, so that a test can name it. */
function attachmentRow(entry: WorldEntry, of: SealedEntries): object {
  const guard = guardOf(of, entry);
  of.canaries.id(writeId('ATTACHMENT', entry.id, of.patientId), guard);
  const text = of.canaries.word(guard);
  const place = { patient: of.patientId, id: entry.id, scope: entry.id, label: entry.label };
  return {
    patient_id: of.patientId,
    id: entry.id,
    entry_id: entry.id,
    position: 0,
    label: entry.label,
    title: hexOf(sealTitle(of.keys, place, of.canaries.word(guard))),
    content_type: 'text/plain',
    size: text.length,
    bytes: hexOf(sealFile(of.keys, place, Buffer.from(text))),
    digest: '\\x00',
  };
}

const guardOf = (of: EntriesOf, { kind, label, by }: WorldEntry, also?: Label): Guard =>
  of.guard ?? { is: 'ENTRY', kind, label, ...(also && { also }), ...(by && { by }) };

function entryRow(entry: WorldEntry, index: number, of: SealedEntries): object {
  const guard = guardOf(of, entry);
  const { canaries } = of;
  canaries.id(writeId('ENTRY', entry.id, of.patientId), guard);
  const ahead = entry.kind === 'APPOINTMENT' ? 30 * 24 * 60 * MINUTE : 0;
  const at = new Date(NOW.getTime() - (index + 1) * MINUTE + ahead).toISOString();
  const version = entry.earlier ? 2 : 1;
  const detail = filled(of.schema, DETAIL_OF[entry.kind] as string, { canaries, guard }) as Partial<
    Record<'range' | 'components', unknown>
  >;
  // Measurements come in parts, as blood pressures do.
  const number = entry.kind === 'TEST_RESULT' ? canaries.number(guard) : null;
  const trend = TRENDS[entry.kind];
  const said = {
    headline: { ...headlineOf(canaries, guard), author: canaries.word(guard) },
    detail,
    measured: trend ? ([number, detail.range ?? null, detail.components ?? null] satisfies Measured) : null,
  };
  const place = { patient: of.patientId, id: entry.id, version, label: entry.label };
  const sealed = sealEntry(of.keys, place, said);
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
    version,
    source_organisation_id: of.organisationId,
    source_team_id: of.teamId,
    author_team_id: (entry.by && of.teamIds?.get(entry.by)) ?? null,
    code_hash: trend ? hexOf(of.keys.codeHash(of.patientId, trend)) : null,
    headline: hexOf(sealed.headline),
    detail: hexOf(sealed.detail),
    measured: hexOf(sealed.measured),
  };
}

const headlineOf = (canaries: Canaries, guard: Guard) => ({
  title: canaries.word(guard),
  summary: canaries.word(guard),
  code: { system: canaries.word(guard), code: canaries.word(guard), display: canaries.word(guard) },
});

function versionRows(entry: WorldEntry, of: SealedEntries): object[] {
  const { canaries } = of;
  const { earlier } = entry;
  // What the sender sent is the patient's to see.
  const whole: Guard = of.guard ?? { is: 'PATIENT_ALONE' };
  const row = (version: number, label: Label, said: Guard) => {
    const content = {
      detail: { __typename: DETAIL_OF[entry.kind], note: canaries.word(said) },
      resource: { resourceType: 'Basic', text: canaries.word(whole) },
    };
    const place = { patient: of.patientId, id: entry.id, version, label };
    const sealed = sealVersion(of.keys, place, { headline: headlineOf(canaries, said), content });
    return {
      patient_id: of.patientId,
      entry_id: entry.id,
      version,
      recorded_at: new Date(NOW.getTime() - (10 - version) * MINUTE).toISOString(),
      label,
      status: 'CURRENT',
      headline: hexOf(sealed.headline),
      content: hexOf(sealed.content),
      changed_by: canaries.word(said),
    };
  };
  const now = guardOf(of, entry);
  if (!earlier) return [row(1, entry.label, now)];
  return [row(1, earlier, guardOf(of, entry, earlier)), row(2, entry.label, now)];
}
