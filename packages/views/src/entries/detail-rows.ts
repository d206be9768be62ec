import { type Format, useFormat } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import messages from './details.messages.json';
import { type DetailOf, type EntryDetailEntry, writtenDate } from './entry-words.ts';

type Words = Translate<keyof typeof messages>;
type Value = string | readonly string[] | null | undefined;
type Facts = readonly (readonly [keyof typeof messages, Value])[];

/** One fact of a detail: what it is, and its line or lines. */
export type DetailRow = { key: string; lines: readonly string[] };

/** Codes such as `entered-in-error` in words; words of a source stay as they are. */
function plain(code: string | null): string | null {
  return code && /^[a-z]+(-[a-z]+)+$/.test(code) ? code.replaceAll('-', ' ') : code;
}

function allergyFacts(detail: DetailOf<'AllergyDetail'>, t: Words): Facts {
  const reactions = detail.reactions.map(({ manifestations, severity }) => {
    const what = manifestations.join(', ');
    return severity ? t('details.severity-of', { what, severity }) : what;
  });
  return [
    ['details.substance', detail.substance],
    ['details.reactions', reactions],
    ['details.criticality', plain(detail.criticality)],
    ['details.type', detail.type],
    ['details.clinical-status', plain(detail.clinicalStatus)],
    ['details.verification', plain(detail.verificationStatus)],
    ['details.note', detail.note],
    ['details.recorder', detail.recorder],
  ];
}

function conditionFacts(
  detail: DetailOf<'ConditionDetail'>,
  date: (text: string | null) => string | null,
): Facts {
  return [
    ['details.clinical-status', plain(detail.clinicalStatus)],
    ['details.verification', plain(detail.verificationStatus)],
    ['details.severity', detail.severity],
    ['details.body-site', detail.bodySite],
    ['details.onset', date(detail.onset)],
    ['details.abated', date(detail.abated)],
    ['details.note', detail.note],
    ['details.recorder', detail.recorder],
  ];
}

function medicineFacts(
  detail: DetailOf<'MedicineDetail'>,
  date: (text: string | null) => string | null,
): Facts {
  return [
    ['details.medicine', detail.medicine],
    ['details.dose', detail.dose],
    ['details.route', detail.route],
    ['details.status', plain(detail.status)],
    ['details.reason', detail.reason],
    ['details.prescriber', detail.prescriber],
    ['details.started', date(detail.startedOn)],
    ['details.ended', date(detail.endedOn)],
    ['details.note', detail.note],
  ];
}

function carePlanFacts(detail: DetailOf<'CarePlanDetail'>, t: Words): Facts {
  const activities = detail.activities.map(({ title, text, status }) => {
    const what = text ? `${title}: ${text}` : title;
    const worthSaying = status && status !== 'in-progress' && status !== 'not-started';
    return worthSaying ? t('details.activity-status', { what, status: plain(status) ?? status }) : what;
  });
  return [
    ['details.description', detail.description],
    ['details.addresses', detail.addresses],
    ['details.activities', activities],
    ['details.goals', detail.goals],
    ['details.period', detail.period],
  ];
}

type Dated = (text: string | null) => string | null;

function factsOf(detail: NonNullable<EntryDetailEntry['detail']>, t: Words, date: Dated): Facts {
  switch (detail.__typename) {
    case 'AllergyDetail':
      return allergyFacts(detail, t);
    case 'ConditionDetail':
      return conditionFacts(detail, date);
    case 'MedicineDetail':
      return medicineFacts(detail, date);
    case 'CarePlanDetail':
      return carePlanFacts(detail, t);
    default:
      return fewFacts(detail, date);
  }
}

type Long = 'AllergyDetail' | 'ConditionDetail' | 'MedicineDetail' | 'CarePlanDetail';
type Planned = 'EncounterDetail' | 'DocumentDetail' | 'AppointmentDetail' | 'GoalDetail';
type FewFacts = Exclude<NonNullable<EntryDetailEntry['detail']>, { __typename: Long }>;
type PlannedFacts = Extract<FewFacts, { __typename: Planned }>;

function plannedFacts(detail: PlannedFacts, date: Dated): Facts {
  switch (detail.__typename) {
    case 'EncounterDetail':
      return [
        ['details.class', detail.class],
        ['details.types', detail.types],
        ['details.reason', detail.reason],
        ['details.place', detail.place],
        ['details.participants', detail.participants],
        ['details.provider', detail.provider],
      ];
    case 'DocumentDetail':
      return [
        ['details.description', detail.description],
        ['details.type', detail.type],
        ['details.author', detail.author],
      ];
    case 'AppointmentDetail':
      return [
        ['details.description', detail.description],
        ['details.reason', detail.reason],
        ['details.place', detail.place],
        ['details.with', detail.participants],
        ['details.instructions', detail.instructions],
        ['details.comment', detail.comment],
        ['details.cancelled', detail.cancelledReason],
      ];
    case 'GoalDetail':
      return [
        ['details.description', detail.description],
        ['details.status', plain(detail.lifecycleStatus)],
        ['details.achievement', plain(detail.achievementStatus)],
        ['details.target', detail.target],
        ['details.due', date(detail.dueOn)],
        ['details.note', detail.note],
      ];
  }
}

function fewFacts(detail: FewFacts, date: Dated): Facts {
  switch (detail.__typename) {
    case 'VaccinationDetail':
      return [
        ['details.dose-number', detail.doseNumber],
        ['details.status', plain(detail.status)],
        ['details.site', detail.site],
        ['details.performer', detail.performer],
        ['details.lot', detail.lotNumber],
        ['details.note', detail.note],
      ];
    case 'ObservationDetail':
      return [
        ['details.note', detail.note],
        ['details.specimen', detail.specimen],
        ['details.method', detail.method],
        ['details.asked-by', detail.performer],
      ];
    case 'ProcedureDetail':
      return [
        ['details.reason', detail.reason],
        ['details.performer', detail.performer],
        ['details.place', detail.place],
        ['details.outcome', detail.outcome],
        ['details.note', detail.note],
      ];
    case 'ReportDetail':
      return [
        ['details.conclusion', detail.conclusion],
        ['details.text', detail.text],
        ['details.category', detail.category],
        ['details.asked-by', detail.performer],
      ];
    default:
      return plannedFacts(detail, date);
  }
}

/** The dates of a detail are FHIR dates, or words of the source where FHIR allows them. */
const datesIn =
  (format: Format): Dated =>
  (text) =>
    text ? writtenDate(format, text) : null;

/** Gives the facts of any type of detail, those that are there alone. */
export function useDetailRows(): (detail: EntryDetailEntry['detail']) => DetailRow[] {
  const t = useT(messages);
  const format = useFormat();
  return (detail) => {
    if (!detail) return [];
    return factsOf(detail, t, datesIn(format)).flatMap(([id, value]) => {
      const lines = (typeof value === 'string' ? [value] : (value ?? [])).filter(Boolean);
      return lines.length > 0 ? [{ key: t(id), lines }] : [];
    });
  };
}
