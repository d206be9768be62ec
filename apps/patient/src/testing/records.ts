import type { EntryRowEntry } from '@heldwell/views';
import type { MyGrant } from '../features/sharing/sharing-query.ts';

/** An entry of a list, for tests. */
export function anEntry(changes: Partial<EntryRowEntry> & Record<string, unknown> = {}): EntryRowEntry {
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
      team: { id: 'team-3', name: 'Northgate Diabetes Clinic' },
      author: null,
    },
    ...changes,
  };
}

/** A grant to Fernside Recovery Team for General and Mental health, for tests. */
export function aGrant(changes: Partial<MyGrant> = {}): MyGrant {
  return {
    id: 'grant-1',
    version: 1,
    labels: ['GENERAL', 'MENTAL_HEALTH'],
    rights: ['SEE', 'MESSAGE'],
    basis: 'PATIENT_CHOICE',
    state: 'IN_FORCE',
    validFrom: '2026-06-01T09:00:00.000000+00:00',
    validUntil: null,
    givenBy: 'Amara Nwosu',
    givenAt: '2026-06-01T09:00:00.000000+00:00',
    givenForPatient: false,
    cause: null,
    reason: null,
    summaryLabels: [],
    endsWith: null,
    endsWithTeam: null,
    endsWithThread: null,
    thread: null,
    entry: null,
    grantee: {
      kind: 'TEAM',
      name: 'Fernside Recovery Team',
      relationship: null,
      team: {
        id: 'team-1',
        name: 'Fernside Recovery Team',
        organisation: { id: 'organisation-2', name: 'Fernside Mental Health NHS Foundation Trust' },
      },
      organisation: { id: 'organisation-2', name: 'Fernside Mental Health NHS Foundation Trust' },
    },
    ...changes,
  };
}
