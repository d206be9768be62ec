import type { DetailOf, EntryDetailEntry, EntryRowEntry } from '../entries/entry-words.ts';

/** An entry of a list, for tests. */
export function anEntry(changes: Partial<EntryRowEntry> = {}): EntryRowEntry {
  return {
    id: 'entry-1',
    kind: 'TEST_RESULT',
    label: 'GENERAL',
    status: 'CURRENT',
    title: 'HbA1c',
    summary: '51 mmol/mol',
    occurredAt: '2026-07-01T09:00:00.000000+00:00',
    occurredPrecision: 'DAY',
    source: {
      organisation: { id: 'organisation-1', name: 'Northgate Hospital NHS Trust' },
      team: { id: 'team-1', name: 'Northgate Diabetes Clinic' },
      author: 'Priya Shah',
    },
    ...changes,
  };
}

/** A result's detail, for tests: 51 mmol/mol, above a usual range of 20 to 41. */
export function aResult(changes: Partial<DetailOf<'ObservationDetail'>> = {}): DetailOf<'ObservationDetail'> {
  return {
    __typename: 'ObservationDetail',
    value: { number: 51, comparator: null, unit: 'mmol/mol' },
    text: null,
    components: [],
    range: { low: 20, high: 41, text: null },
    position: 'ABOVE',
    note: null,
    specimen: null,
    method: null,
    performer: null,
    dataAbsentReason: null,
    ...changes,
  };
}

/** An entry with all that its page shows, for tests. */
export function anEntryPage(changes: Partial<EntryDetailEntry> = {}): EntryDetailEntry {
  return {
    ...anEntry(),
    endsAt: null,
    arrivedAt: '2026-07-02T10:30:00.000000+00:00',
    sourceStatus: 'final',
    version: 1,
    hasTrend: false,
    viewerMayRelabel: true,
    versions: [],
    parts: [],
    attachments: [],
    detail: aResult(),
    ...changes,
  };
}
