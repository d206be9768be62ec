import type { CarePlanContent, EntryContent } from '../fhir/entry-content.ts';
import type { EntryDraft, EntryKind } from '../fhir/entry-draft.ts';
import { timeInWords } from '../fhir/wording/fhir-time.ts';
import { observationDetail } from './observation-detail.ts';

type Details = { [K in EntryKind]: (content: EntryContent[K]) => object };

/** Names the properties of a GraphQL type: each is there, absent ones as null. */
function shaped<T extends object>(type: string, content: T, names: readonly (keyof T)[]): object {
  return { __typename: type, ...Object.fromEntries(names.map((name) => [name, content[name] ?? null])) };
}

/** What the reading engine hands through: the shape of the kind's GraphQL type, exactly. */
const DETAILS: Details = {
  TEST_RESULT: observationDetail,
  MEASUREMENT: observationDetail,
  QUESTIONNAIRE_SCORE: observationDetail,
  FINDING: observationDetail,
  ALLERGY: (it) => ({
    ...shaped('AllergyDetail', it, [
      'substance',
      'criticality',
      'type',
      'clinicalStatus',
      'verificationStatus',
      'note',
      'recorder',
    ]),
    reactions: (it.reactions ?? []).map(({ manifestations, severity }) => ({
      manifestations,
      severity: severity ?? null,
    })),
  }),
  CONDITION: (it) =>
    shaped('ConditionDetail', it, [
      'clinicalStatus',
      'verificationStatus',
      'severity',
      'bodySite',
      'onset',
      'abated',
      'note',
      'recorder',
    ]),
  MEDICINE: (it) =>
    shaped('MedicineDetail', it, [
      'medicine',
      'dose',
      'route',
      'status',
      'reason',
      'prescriber',
      'note',
      'startedOn',
      'endedOn',
    ]),
  VACCINATION: (it) =>
    shaped('VaccinationDetail', it, ['lotNumber', 'site', 'performer', 'doseNumber', 'status', 'note']),
  REPORT: (it) => shaped('ReportDetail', it, ['category', 'conclusion', 'text', 'performer']),
  ENCOUNTER: (it) => ({
    ...shaped('EncounterDetail', it, ['class', 'reason', 'place', 'provider']),
    types: it.types ?? [],
    participants: it.participants ?? [],
  }),
  PROCEDURE: (it) => shaped('ProcedureDetail', it, ['reason', 'performer', 'place', 'outcome', 'note']),
  DOCUMENT: (it) => shaped('DocumentDetail', it, ['type', 'author', 'description']),
  APPOINTMENT: (it) => ({
    ...shaped('AppointmentDetail', it, [
      'description',
      'reason',
      'place',
      'comment',
      'instructions',
      'cancelledReason',
    ]),
    participants: it.participants ?? [],
  }),
  CARE_PLAN: carePlanDetail,
  GOAL: (it) =>
    shaped('GoalDetail', it, [
      'description',
      'lifecycleStatus',
      'achievementStatus',
      'target',
      'dueOn',
      'note',
    ]),
};

function carePlanDetail(it: CarePlanContent): object {
  return {
    ...shaped('CarePlanDetail', it, ['description']),
    addresses: it.addresses ?? [],
    activities: (it.activities ?? []).map(({ title, text, status }) => ({
      title,
      text: text ?? null,
      status: status ?? null,
    })),
    goals: it.goals ?? [],
    period: periodInWords(it.period),
  };
}

function periodInWords(period: CarePlanContent['period']): string | null {
  const start = timeInWords(period?.start);
  const end = timeInWords(period?.end);
  if (start && end) return `${start} to ${end}`;
  if (start) return `From ${start}`;
  return end ? `Until ${end}` : null;
}

/** The detail of an entry, as `entry.detail` holds it. */
export function detailOf(draft: EntryDraft): object {
  return (DETAILS[draft.kind] as (content: EntryDraft['content']) => object)(draft.content);
}
