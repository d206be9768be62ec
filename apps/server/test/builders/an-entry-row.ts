import { uuidv7 } from 'uuidv7';
import { type EntryKind, type Measured, sealEntry, sealVersion } from '../../src/features/record/index.ts';
import type { TestDatabase } from '../harness/a-database.ts';
import { keysOf } from './sealed.ts';

export interface EntryChoice {
  kind?: EntryKind;
  label?: 'GENERAL' | 'MENTAL_HEALTH' | 'SEXUAL_HEALTH' | 'SOCIAL_CARE' | 'UNLABELLED';
  title?: string;
  summary?: string;
  /** A number makes it a test result with a code, so that two of them make a trend. */
  value?: number;
  at?: string;
  sourceOrganisationId?: string;
}

const NOTHING_SAID = {
  clinicalStatus: 'active',
  verificationStatus: null,
  severity: null,
  bodySite: null,
  onset: null,
  abated: null,
  note: null,
  recorder: null,
};

/** Stores an entry with its first version: a condition, or a test result where a value is given. */
export async function anEntryRow(db: TestDatabase, patient: string, choice: EntryChoice): Promise<string> {
  const id = uuidv7();
  const measured = choice.value !== undefined;
  const kind = choice.kind ?? (measured ? 'TEST_RESULT' : 'CONDITION');
  const code = measured
    ? { system: 'http://loinc.org', code: '4548-4', display: 'HbA1c' }
    : { system: 'http://snomed.info/sct', code: '195967001', display: 'Asthma' };
  const headline = { title: choice.title ?? code.display, summary: choice.summary ?? null, code };
  const detail = measured
    ? resultDetail(choice.value as number)
    : { __typename: 'ConditionDetail', ...NOTHING_SAID };
  const at = choice.at ?? '2026-05-01T09:00:00Z';
  const label = choice.label ?? 'GENERAL';
  const keys = await keysOf(db, patient);
  const place = { patient, id, version: 1, label };
  const measuredAs = measured ? ([choice.value as number, null, null] satisfies Measured) : null;
  const now = sealEntry(keys, place, { headline, detail, measured: measuredAs });
  const resource = { resourceType: measured ? 'Observation' : 'Condition' };
  const kept = sealVersion(keys, place, { headline, content: { detail, resource } });
  await db.rows(
    `insert into heldwell.entry (patient_id, id, kind, label, status, source_status, sorted_at, occurred_at, arrived_at, version,
       source_organisation_id, code_hash, headline, detail, measured)
     values ($1, $2, $3, $4, 'CURRENT', 'final', $5, $5, $5, 1, $6, $7, $8, $9, $10)`,
    [
      ...[patient, id, kind, label, at, choice.sourceOrganisationId ?? null],
      ...[keys.codeHash(patient, `${code.system}|${code.code}`), now.headline, now.detail, now.measured],
    ],
  );
  await db.rows(
    `insert into heldwell.entry_version (patient_id, entry_id, version, recorded_at, label, status, headline, content)
     values ($1, $2, 1, $3, $4, 'CURRENT', $5, $6)`,
    [patient, id, at, label, kept.headline, kept.content],
  );
  return id;
}

const resultDetail = (value: number) => ({
  __typename: 'ObservationDetail',
  value: { number: value, comparator: null, unit: 'mmol/mol', unitCode: 'mmol/mol' },
  text: null,
  components: [],
  range: null,
  position: 'NO_RANGE',
  note: null,
  specimen: null,
  method: null,
  performer: null,
  dataAbsentReason: null,
});
