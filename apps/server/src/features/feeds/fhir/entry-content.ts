import type { MeasuredValue } from './wording/quantity.ts';

/** Names a resource of the same sender, by which the entries of one run and of later runs find each other. */
export interface SourceLink {
  resourceType: string;
  sourceKey: string;
}

/** A usual range exactly as the sender stated it, in the unit of the value it stands beside. */
export interface ReferenceRange {
  low?: number;
  high?: number;
  text?: string;
}

/** One part of a result, such as the systolic part of a blood pressure. */
export interface ResultComponent {
  title: string;
  code?: string;
  value?: MeasuredValue;
  text?: string;
  low?: number;
  high?: number;
}

/** TEST_RESULT, MEASUREMENT, QUESTIONNAIRE_SCORE and FINDING. */
export interface ResultContent {
  value?: MeasuredValue;
  /** A value in words: a coded, written or yes/no answer. */
  text?: string;
  components?: ResultComponent[];
  /** Null says "no usual range given": never borrowed from elsewhere. */
  range: ReferenceRange | null;
  /** The sender's own flag, as FHIR's code (`H`, `L`, `N` …) or its words. */
  interpretation?: string;
  note?: string;
  specimen?: string;
  method?: string;
  dataAbsentReason?: string;
  performer?: string;
}

export interface AllergyContent {
  substance: string;
  reactions?: { manifestations: string[]; severity?: string }[];
  criticality?: string;
  type?: string;
  categories?: string[];
  clinicalStatus?: string;
  verificationStatus?: string;
  note?: string;
  recorder?: string;
}

export interface ConditionContent {
  clinicalStatus?: string;
  verificationStatus?: string;
  severity?: string;
  bodySite?: string;
  /** In words: a date, an age, a stretch of time. */
  onset?: string;
  abated?: string;
  note?: string;
  recorder?: string;
}

export interface MedicineContent {
  medicine: string;
  /** How to take it, in one line. */
  dose?: string;
  route?: string;
  status?: string;
  reason?: string;
  prescriber?: string;
  note?: string;
  /** FHIR dates as sent. */
  startedOn?: string;
  endedOn?: string;
}

export interface VaccinationContent {
  vaccine: string;
  lotNumber?: string;
  site?: string;
  performer?: string;
  doseNumber?: string;
  status?: string;
  note?: string;
}

export interface ReportContent {
  category?: string;
  conclusion?: string;
  text?: string;
  performer?: string;
  resultKeys?: SourceLink[];
}

export interface EncounterContent {
  class?: string;
  types?: string[];
  reason?: string;
  place?: string;
  participants?: string[];
  provider?: string;
  endedAt?: string;
}

export interface ProcedureContent {
  reason?: string;
  performer?: string;
  place?: string;
  outcome?: string;
  note?: string;
  endedAt?: string;
}

export interface DocumentContent {
  type?: string;
  author?: string;
  description?: string;
  /** Where the sender keeps what it did not send: not followed. */
  links?: { title?: string; url: string }[];
}

export interface AppointmentContent {
  description?: string;
  reason?: string;
  place?: string;
  participants?: string[];
  comment?: string;
  instructions?: string;
  cancelledReason?: string;
}

export interface CarePlanContent {
  description?: string;
  addresses?: string[];
  activities?: { title: string; text?: string; status?: string }[];
  goals?: string[];
  /** FHIR dates as sent. */
  period?: { start?: string; end?: string };
}

export interface GoalContent {
  description: string;
  lifecycleStatus?: string;
  achievementStatus?: string;
  target?: string;
  /** A FHIR date as sent. */
  dueOn?: string;
  note?: string;
}

/** The content of an entry by its kind: only what the resource said; absent properties are left out. */
export interface EntryContent {
  ALLERGY: AllergyContent;
  CONDITION: ConditionContent;
  MEDICINE: MedicineContent;
  VACCINATION: VaccinationContent;
  TEST_RESULT: ResultContent;
  MEASUREMENT: ResultContent;
  QUESTIONNAIRE_SCORE: ResultContent;
  FINDING: ResultContent;
  REPORT: ReportContent;
  ENCOUNTER: EncounterContent;
  PROCEDURE: ProcedureContent;
  DOCUMENT: DocumentContent;
  APPOINTMENT: AppointmentContent;
  CARE_PLAN: CarePlanContent;
  GOAL: GoalContent;
}
