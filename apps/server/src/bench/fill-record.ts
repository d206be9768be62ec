import {
  BIG_RECORD,
  BIG_RECORD_ENTRIES,
  ENTRIES_A_PATIENT,
  idSql,
  NUMBERS_A_PATIENT,
  ORGANISATIONS,
  TEAMS,
} from './identity.ts';

/** What the k-th entry of a record is: six appointments ahead, three goals, 22 results of 50, and the rest. */
const KIND = `case when k < 6 then 'APPOINTMENT' when k % 50 < 6 then 'MEASUREMENT' when k < 9 then 'GOAL'
  when k % 50 < 11 then 'CARE_PLAN' when k % 50 < 15 then 'CONDITION' when k % 50 < 19 then 'MEDICINE'
  when k % 50 < 21 then 'ALLERGY' when k % 50 < 23 then 'VACCINATION' when k % 50 < 26 then 'ENCOUNTER'
  when k % 50 < 27 then 'REPORT' when k % 50 < 28 then 'DOCUMENT' else 'TEST_RESULT' end`;

const LABEL = `case (n + k * 3) % 20 when 0 then 'MENTAL_HEALTH' when 1 then 'MENTAL_HEALTH' when 2 then 'SEXUAL_HEALTH'
  when 3 then 'SOCIAL_CARE' else 'GENERAL' end`;

const DETAIL = `format('{"__typename":"ObservationDetail","value":{"number":%s,"comparator":null,"unit":"mmol/L","unitCode":"mmol/L"},'
  '"text":null,"components":[],"range":{"low":3.5,"high":5.3,"text":null},"position":"WITHIN","note":null,"specimen":null,'
  '"method":null,"performer":null,"dataAbsentReason":null}', 3.5 + (k % 18) / 10.0)::json`;

const HEADLINE = `format('{"title":"Measured value %s","summary":"%s mmol/L","code":{"system":"http://loinc.org","code":"%s-4",'
  '"display":"Measured value %s [Moles/volume] in Serum or Plasma"}}', k % 24, 3.5 + (k % 18) / 10.0, 2000 + k % 24, k % 24)::json`;

/** Entries of the patients from one number to another, spread over ten years, or twenty for the large record. */
export const entries = (
  from: number,
  to: number,
): string => `insert into heldwell.entry (patient_id, id, kind, label, status,
    source_status, sorted_at, occurred_at, occurred_precision, arrived_at, version, source_organisation_id, source_team_id,
    author_name, code_token, value_number, headline, detail)
  select ${idSql('patient', 'n')}, ${idSql('entry', `n::bigint * ${NUMBERS_A_PATIENT} + k`)}, ${KIND}, ${LABEL}, 'CURRENT', 'final',
    at, at, 'TIME', least(at, now()), 1, ${idSql('organisation', `(n + k) % ${ORGANISATIONS}`)},
    ${idSql('team', `(n + k) % ${TEAMS}`)}, 'Author ' || k % 7, case when k % 50 >= 28 then 'http://loinc.org|' || 2000 + k % 24 end,
    case when k % 50 >= 28 then 3.5 + (k % 18) / 10.0 end, ${HEADLINE}, ${DETAIL}
  from generate_series(${from}, ${to}) n
    cross join lateral (select case when n = ${BIG_RECORD} then ${BIG_RECORD_ENTRIES} else ${ENTRIES_A_PATIENT} end as many) m
    cross join lateral generate_series(0, many - 1) k
    cross join lateral (select case when k < 6 then now() + (k + 1) * interval '200 days'
      else now() - (k + 1) * (case when n = ${BIG_RECORD} then interval '20 years' else interval '10 years' end / many)
        - n % 1440 * interval '1 minute' end as at) a`;
