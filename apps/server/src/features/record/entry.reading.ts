import { atHand, defineRoot } from '../../platform/reading/read.ts';
import {
  type Cell,
  columns,
  defineReading,
  type FieldReading,
  inside,
  many,
  one,
  sealed,
  value,
} from '../../platform/reading/reading.ts';
import { keepsEntry, maySeeEntry, seenLabels, seesEntry } from '../consent/index.ts';
import type { Headline, VersionContent } from './sealed-entry.ts';

/** A value of an entry: opened by a grant for its label, or one for the entry itself. */
const ofEntry = (place: string, row: string, blob: string) => ({
  place,
  blob: `${row}.${blob}`,
  row: `${row}.id || '.' || ${row}.version`,
  patient: `${row}.patient_id`,
  label: `${row}.label`,
  scope: `${row}.id`,
});

/** A part of what an entry is called by. */
export const headlineOf = (read: (headline: Headline) => unknown): FieldReading =>
  sealed<Headline>(
    'headline',
    ({ row }) => ofEntry('entry.headline', row, 'headline'),
    (said) => read(said) ?? null,
  );

/** A version keeps the key of the label it had. */
const ofVersion = (place: string, row: string, blob: string) => ({
  ...ofEntry(place, row, blob),
  row: `${row}.entry_id || '.' || ${row}.version`,
  scope: `${row}.entry_id`,
});

const versionHeadline = (read: (headline: Headline) => unknown): FieldReading =>
  sealed<Headline>(
    'headline',
    ({ row }) => ofVersion('entry_version.headline', row, 'headline'),
    (said) => read(said) ?? null,
  );

/**
 * The newest version's, for the patient alone: it names other entries, which may be hidden, and the label it was sent
 * under, which the patient may have changed.
 */
const resource = sealed<VersionContent>(
  'resource',
  (cell) =>
    ofVersion(
      'entry_version.content',
      cell.join(
        'sent',
        (row) => `select v.* from (select 1) always left join lateral (
          select * from heldwell.entry_version v where v.patient_id = ${row}.patient_id and v.entry_id = ${row}.id
            and v.version = ${row}.version and v.patient_id = (select heldwell.viewer_record())) v on true`,
      ),
      'content',
    ),
  (said) => said.resource,
);

/** Kinds whose values make a trend. */
const TREND_KINDS = "('TEST_RESULT', 'MEASUREMENT', 'QUESTIONNAIRE_SCORE')";

defineReading({
  type: 'EntrySource',
  table: 'entry',
  fields: {
    organisation: one('Organisation', ({ row }, it) => ({
      where: `${it}.id = ${row}.source_organisation_id`,
      key: `${it}.id`,
    })),
    team: one('Team', ({ row }, it) => ({ where: `${it}.id = ${row}.source_team_id`, key: `${it}.id` })),
    author: headlineOf((h) => h.author),
  },
});

defineReading({
  type: 'EntryVersion',
  table: 'entry_version',
  fields: {
    ...columns('version', 'recordedAt', 'label', 'status', 'changedBy'),
    title: versionHeadline((h) => h.title),
    summary: versionHeadline((h) => h.summary),
  },
});

defineReading({
  type: 'Entry',
  table: 'entry',
  fields: {
    id: value(({ row }) => `heldwell.global_id('E', ${row}.patient_id, ${row}.id)`),
    ...columns(
      'kind',
      'label',
      'status',
      'sourceStatus',
      'occurredAt',
      'occurredPrecision',
      'endsAt',
      'arrivedAt',
      'version',
    ),
    title: headlineOf((h) => h.title),
    summary: headlineOf((h) => h.summary),
    code: headlineOf((h) => h.code),
    source: inside('EntrySource'),
    // A version under a label the viewer does not hold would tell what was hidden before. Of an entry seen for itself
    // those under its present label are seen.
    versions: many('EntryVersion', (cell, it) => ({
      where: `${it}.patient_id = ${cell.row}.patient_id and ${it}.entry_id = ${cell.row}.id
        and (${it}.label = ${cell.row}.label or ${it}.label = any (${seenLabels(cell, 'patient_id')}))`,
      orderBy: `${it}.version desc`,
      limit: '100',
    })),
    detail: sealed<unknown>(
      'detail',
      ({ row }) => ofEntry('entry.detail', row, 'detail'),
      (said) => said,
    ),
    parts: many('Entry', (cell, it) => ({
      from: `heldwell.entry_part part join heldwell.entry ${it} on ${it}.patient_id = part.patient_id and ${it}.id = part.part_id`,
      where: `part.patient_id = ${cell.row}.patient_id and part.whole_id = ${cell.row}.id
        and ${seesEntry(cell, it, 'patient_id')}`,
      orderBy: 'part.position',
      limit: '500',
    })),
    attachments: many('Attachment', ({ row }, it) => ({
      where: `${it}.patient_id = ${row}.patient_id and ${it}.entry_id = ${row}.id and ${it}.replaced_at is null`,
      orderBy: `${it}.position`,
      limit: '100',
    })),
    hasTrend: value((cell: Cell) => hasTrend(cell)),
    record: one('PatientRecord', ({ row }, it) => ({ where: `${it}.id = ${row}.patient_id` })),
    keptAsAuthor: value((cell) => keepsEntry(cell, cell.row, 'patient_id')),
    viewerMayRelabel: value(({ row }) => `(${row}.patient_id is not distinct from heldwell.viewer_record())`),
    resource,
  },
});

function hasTrend(cell: Cell): string {
  const { row } = cell;
  return `(${row}.kind in ${TREND_KINDS} and ${row}.code_hash is not null and exists (
    select from heldwell.entry other where other.patient_id = ${row}.patient_id
      and other.code_hash = ${row}.code_hash and other.id <> ${row}.id
      and other.status = 'CURRENT' and ${seesEntry(cell, 'other', 'patient_id')}))`;
}

/** One entry by its id. */
export const entryById = defineRoot<{ patient: string; row: string }>({
  name: 'entry',
  of: 'Entry',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${atHand(arg('patient', 'uuid'))} and ${it}.id = ${arg('row', 'uuid')}
      and ${maySeeEntry(it)}`,
  }),
});
