import { type Headline, type Measured, sealEntry } from '../features/record/index.ts';
import type { Filling } from './fill-people.ts';
import {
  BIG_RECORD,
  BIG_RECORD_ENTRIES,
  ENTRIES_A_PATIENT,
  idSql,
  NUMBERS_A_PATIENT,
  ORGANISATIONS,
  TEAMS,
} from './identity.ts';
import { insertSealed } from './insert-sealed.ts';

/** What the k-th entry of a record is: six appointments ahead, three goals, 22 results of 50, and the rest. */
const KIND = `case when k < 6 then 'APPOINTMENT' when k % 50 < 6 then 'MEASUREMENT' when k < 9 then 'GOAL'
  when k % 50 < 11 then 'CARE_PLAN' when k % 50 < 15 then 'CONDITION' when k % 50 < 19 then 'MEDICINE'
  when k % 50 < 21 then 'ALLERGY' when k % 50 < 23 then 'VACCINATION' when k % 50 < 26 then 'ENCOUNTER'
  when k % 50 < 27 then 'REPORT' when k % 50 < 28 then 'DOCUMENT' else 'TEST_RESULT' end`;

const LABEL = `case (n + k * 3) % 20 when 0 then 'MENTAL_HEALTH' when 1 then 'MENTAL_HEALTH' when 2 then 'SEXUAL_HEALTH'
  when 3 then 'SOCIAL_CARE' else 'GENERAL' end`;

const DETAIL = `format('{"__typename":"ObservationDetail","value":{"number":%s,"comparator":null,"unit":"mmol/L","unitCode":"mmol/L"},'
  '"text":null,"components":[],"range":{"low":3.5,"high":5.3,"text":null},"position":"WITHIN","note":null,"specimen":null,'
  '"method":null,"performer":null,"dataAbsentReason":null}', 3.5 + (k % 18) / 10.0)::text`;

const HEADLINE = `format('{"title":"Measured value %s","summary":"%s mmol/L","code":{"system":"http://loinc.org","code":"%s-4",'
  '"display":"Measured value %s [Moles/volume] in Serum or Plasma"}}', k % 24, 3.5 + (k % 18) / 10.0, 2000 + k % 24, k % 24)::json`;

interface EntryRow {
  patient_id: string;
  id: string;
  label: string;
  said: string;
  details: string;
  author: string;
  code: string | null;
  number: number | null;
}

/** Entries of the patients from one number to another, spread over ten years, or twenty for the large record. */
export function fillEntries({ client, keys }: Filling, from: number, to: number): Promise<void> {
  return insertSealed<EntryRow>(client, {
    table: 'entry',
    plain:
      'patient_id, id, kind, label, status, source_status, sorted_at, occurred_at, occurred_precision, arrived_at, version, source_organisation_id, source_team_id',
    sealed: ['headline', 'detail', 'measured', 'code_hash'],
    select: entries(from, to),
    seal: ({ patient_id: patient, id, label, said, details, author, code, number }) => {
      const headline = { ...(JSON.parse(said) as Headline), author };
      const detail = JSON.parse(details) as { range: unknown };
      const measured: Measured | null = code === null ? null : [number, detail.range, null];
      const blobs = sealEntry(keys, { patient, id, version: 1, label }, { headline, detail, measured });
      const hash = code === null ? null : keys.codeHash(patient, code);
      return [blobs.headline, blobs.detail, blobs.measured, hash];
    },
  });
}

const entries = (from: number, to: number): string => `
  select ${idSql('patient', 'n')} as patient_id, ${idSql('entry', `n::bigint * ${NUMBERS_A_PATIENT} + k`)} as id, ${KIND} as kind,
    ${LABEL} as label, 'CURRENT' as status, 'final' as source_status, at as sorted_at, at as occurred_at, 'TIME' as occurred_precision,
    least(at, now()) as arrived_at, 1 as version, ${idSql('organisation', `(n + k) % ${ORGANISATIONS}`)} as source_organisation_id,
    ${idSql('team', `(n + k) % ${TEAMS}`)} as source_team_id, 'Author ' || k % 7 as author,
    case when k % 50 >= 28 then 'http://loinc.org|' || 2000 + k % 24 end as code,
    case when k % 50 >= 28 then (3.5 + (k % 18) / 10.0)::float8 end as number, (${HEADLINE})::text as said, (${DETAIL})::text as details
  from generate_series(${from}, ${to}) n
    cross join lateral (select case when n = ${BIG_RECORD} then ${BIG_RECORD_ENTRIES} else ${ENTRIES_A_PATIENT} end as many) m
    cross join lateral generate_series(0, many - 1) k
    cross join lateral (select case when k < 6 then now() + (k + 1) * interval '200 days'
      else now() - (k + 1) * (case when n = ${BIG_RECORD} then interval '20 years' else interval '10 years' end / many)
        - n % 1440 * interval '1 minute' end as at) a`;
