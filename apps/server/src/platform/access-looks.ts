import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  type SelectionSetNode,
} from 'graphql';
import type { Context } from './context.ts';
import { documentOf, fieldsOf, type SelectedField, setsOf } from './reading/selection.ts';

/** What somebody looked at, as the patient is told. */
export type LookedAt =
  | 'DETAILS'
  | 'TIMELINE'
  | 'ENTRIES'
  | KindLookedAt
  | 'TREND'
  | 'DISCUSSIONS'
  | 'ENTRY'
  | 'DISCUSSION'
  | 'FILE'
  | 'LIST'
  | 'LIVE'
  | 'LOG'
  | DeskLookedAt;

/** Entries of one kind, by the kind's own name. */
const KINDS = {
  ALLERGY: 'ALLERGIES',
  CONDITION: 'CONDITIONS',
  MEDICINE: 'MEDICINES',
  VACCINATION: 'VACCINATIONS',
  TEST_RESULT: 'RESULTS',
  MEASUREMENT: 'MEASUREMENTS',
  QUESTIONNAIRE_SCORE: 'QUESTIONNAIRES',
  FINDING: 'FINDINGS',
  REPORT: 'REPORTS',
  ENCOUNTER: 'ENCOUNTERS',
  PROCEDURE: 'PROCEDURES',
  DOCUMENT: 'DOCUMENTS',
  APPOINTMENT: 'APPOINTMENTS',
  CARE_PLAN: 'PLANS',
  GOAL: 'GOALS',
} as const;
type KindLookedAt = (typeof KINDS)[keyof typeof KINDS];

/** What a privacy officer's desk lists of a record; the database knows these as theirs (`log_access`). */
const DESK = {
  questions: 'QUESTION',
  emergencies: 'EMERGENCY',
  freezes: 'FREEZE',
  courtOrders: 'COURT_ORDER',
} as const;
/** What else a list shows beside the name: at a front desk, who claims the record. */
const LISTS: Record<string, Record<string, LookedAt>> = { PrivacyDesk: DESK, Team: { matchCases: 'MATCH' } };
type DeskLookedAt = (typeof DESK)[keyof typeof DESK] | 'MATCH';

/** Fields that show more of a record than who it is, wherever in a selection they stand. */
const PARTS: Record<string, Record<string, LookedAt>> = {
  PatientRecord: {
    emergencyContacts: 'DETAILS',
    timeline: 'TIMELINE',
    entries: 'ENTRIES',
    entryCounts: 'ENTRIES',
    upcomingAppointments: 'APPOINTMENTS',
    trend: 'TREND',
    threads: 'DISCUSSIONS',
    keptThreads: 'DISCUSSIONS',
    unreadThreadCount: 'DISCUSSIONS',
    accessLog: 'LOG',
    accessLogParties: 'LOG',
  },
  Thread: { messages: 'DISCUSSION' },
};
const ROOTS: Record<string, LookedAt> = { record: 'DETAILS', entry: 'ENTRY', thread: 'DISCUSSION' };

interface Opening {
  patients: string[];
  info: GraphQLResolveInfo;
  /** The one entry or discussion that was opened: its UUID. */
  opened?: string;
}

/** Notes that a record was opened: one entry a field that opened it, saying which parts were asked for. */
export function lookOnce(context: Context, { patients, info, opened }: Opening): void {
  const parts = partsOf(info);
  const root = ROOTS[info.fieldName];
  if (root && (root !== 'DETAILS' || parts.size === 0)) parts.add(root);
  const what = [...parts].sort().join(' ');
  context.scope.look({ action: 'OPENED', patients, what, ...(opened && { opened }) });
}

/** Notes the opening of something that is no GraphQL field, such as a file. */
export function lookAt(context: Context, patient: string, look: { what: LookedAt; opened: string }): void {
  context.scope.look({ action: 'OPENED', patients: [patient], ...look });
}

/** Notes that records stood in a list, and what of each was read with it: one entry a viewer, record and hour. */
export function lookAtList(context: Context, patients: readonly string[], info: GraphQLResolveInfo): void {
  if (patients.length === 0) return;
  const list = LISTS[info.parentType.name]?.[info.fieldName] ?? 'LIST';
  const what = [list, ...[...partsOf(info)].sort()].join(' ');
  const hour = context.services.clock().toISOString().slice(0, 13);
  const bucket = `${info.fieldName}:${what}:${hour}`;
  context.scope.look({ action: 'LISTED', patients: [...new Set(patients)], what, bucket });
}

/** Notes a delivery of a live stream: one entry a viewer, record and minute. */
export function lookLive(context: Context, patient: string, stream: string): void {
  const minute = context.services.clock().toISOString().slice(0, 16);
  context.scope.look({ action: 'LIVE', patients: [patient], what: 'LIVE', bucket: `${stream}:${minute}` });
}

/** What a selection shows of records; lists of one kind say which kind only when it runs. */
interface Shown {
  parts: ReadonlySet<LookedAt>;
  ofOneKind: readonly SelectedField[];
}

/** By the place in a document, as statements are: documents are kept by the executor. */
const shown = new WeakMap<FieldNode, Shown>();

function partsOf(info: GraphQLResolveInfo): Set<LookedAt> {
  const { parts, ofOneKind } = shownBy(info);
  const kinds = ofOneKind.map((field) => String(field.args(info.variableValues).kind));
  return new Set([...parts, ...kinds.map((kind) => KINDS[kind as keyof typeof KINDS] ?? 'ENTRIES')]);
}

function shownBy(info: GraphQLResolveInfo): Shown {
  const node = info.fieldNodes[0] as FieldNode;
  const known = shown.get(node);
  if (known) return known;
  const parts = new Set<LookedAt>();
  const ofOneKind: SelectedField[] = [];
  const document = documentOf(info);
  const walk = (type: GraphQLObjectType, sets: readonly SelectionSetNode[]): void => {
    for (const field of fieldsOf(type, sets, document)) {
      if (type.name === 'PatientRecord' && field.name === 'entries') ofOneKind.push(field);
      else {
        const part = PARTS[type.name]?.[field.name];
        if (part) parts.add(part);
      }
      if (field.type) walk(field.type, field.sets);
    }
  };
  walk(getNamedType(info.returnType) as GraphQLObjectType, setsOf(info));
  const found = { parts, ofOneKind };
  if (!document.conditional) shown.set(node, found);
  return found;
}
