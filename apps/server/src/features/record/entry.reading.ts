import { defineRoot } from '../../platform/reading/read.ts';
import {
  type Cell,
  columns,
  defineReading,
  derived,
  inside,
  many,
  one,
  value,
} from '../../platform/reading/reading.ts';
import { keepsEntry, maySeeEntry, seenLabels, seesEntry } from '../consent/index.ts';

interface Headline {
  title: string;
  summary?: string;
  code?: { system?: string; code?: string; display?: string };
}

const headline = (read: (headline: Headline) => unknown) =>
  derived<{ headline: Headline }>(
    { headline: ({ row }) => `${row}.headline` },
    (row) => read(row.headline) ?? null,
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
    author: value(({ row }) => `${row}.author_name`),
  },
});

defineReading({
  type: 'EntryVersion',
  table: 'entry_version',
  fields: {
    ...columns('version', 'recordedAt', 'label', 'status', 'changedBy'),
    title: headline((h) => h.title),
    summary: headline((h) => h.summary),
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
    title: headline((h) => h.title),
    summary: headline((h) => h.summary),
    code: headline((h) => h.code),
    source: inside('EntrySource'),
    // A version under a label the viewer does not hold would tell what was hidden before. Of an entry seen for itself
    // those under its present label are seen.
    versions: many('EntryVersion', (cell, it) => ({
      where: `${it}.patient_id = ${cell.row}.patient_id and ${it}.entry_id = ${cell.row}.id
        and (${it}.label = ${cell.row}.label or ${it}.label = any (${seenLabels(cell, 'patient_id')}))`,
      orderBy: `${it}.version desc`,
      limit: '100',
    })),
    detail: derived<{ detail: unknown }>({ detail: ({ row }) => `${row}.detail` }, (row) => row.detail),
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
    resource: value(
      ({ row }) => `(select v.resource from heldwell.entry_version v where v.patient_id = ${row}.patient_id
        and v.entry_id = ${row}.id and v.resource is not null order by v.version desc limit 1)`,
    ),
  },
});

function hasTrend(cell: Cell): string {
  const { row } = cell;
  return `(${row}.kind in ${TREND_KINDS} and ${row}.code_token is not null and exists (
    select from heldwell.entry other where other.patient_id = ${row}.patient_id
      and other.code_token = ${row}.code_token and other.id <> ${row}.id
      and other.status = 'CURRENT' and ${seesEntry(cell, 'other', 'patient_id')}))`;
}

/** One entry by its id. */
export const entryById = defineRoot<{ patient: string; row: string }>({
  name: 'entry',
  of: 'Entry',
  rows: (it, arg) => ({
    where: `${it}.patient_id = ${arg('patient', 'uuid')} and ${it}.id = ${arg('row', 'uuid')} and ${maySeeEntry(it)}`,
  }),
});
