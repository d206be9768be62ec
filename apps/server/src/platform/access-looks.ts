import { type GraphQLObjectType, type GraphQLResolveInfo, getNamedType } from 'graphql';
import type { Context } from './context.ts';
import { documentOf, fieldsOf, setsOf } from './reading/selection.ts';

/** What somebody looked at, as the patient is told. */
export type LookedAt =
  | 'DETAILS'
  | 'TIMELINE'
  | 'ENTRIES'
  | 'APPOINTMENTS'
  | 'TREND'
  | 'DISCUSSIONS'
  | 'ENTRY'
  | 'DISCUSSION'
  | 'FILE'
  | 'LIST'
  | 'LIVE';

/** Fields of a record that show more than who it is. */
const PARTS: Record<string, LookedAt> = {
  timeline: 'TIMELINE',
  entries: 'ENTRIES',
  entryCounts: 'ENTRIES',
  upcomingAppointments: 'APPOINTMENTS',
  trend: 'TREND',
  threads: 'DISCUSSIONS',
  keptThreads: 'DISCUSSIONS',
  unreadThreadCount: 'DISCUSSIONS',
};
const ROOTS: Record<string, LookedAt> = { entry: 'ENTRY', thread: 'DISCUSSION' };

/** Notes that a record was opened: one entry an operation and record, saying which parts were asked for. */
export function lookOnce(context: Context, look: { patients: string[]; info: GraphQLResolveInfo }): void {
  const { fieldName } = look.info;
  const root = ROOTS[fieldName];
  const type = getNamedType(look.info.returnType) as GraphQLObjectType;
  const parts = fieldsOf(type, setsOf(look.info), documentOf(look.info)).map(
    ({ name }) => PARTS[name] ?? 'DETAILS',
  );
  const what = root ? [root] : [...new Set(parts)].sort();
  noteLook(context, look.patients, { what, bucket: `${context.operationId}:${fieldName}` });
}

/** Notes the opening of something that is no GraphQL field, such as a file. */
export const lookAt = (context: Context, patient: string, what: LookedAt): void =>
  noteLook(context, [patient], { what: [what], bucket: `${context.operationId}:${what}` });

/** Notes that records stood in a list: one entry a viewer, record and hour. */
export function lookAtList(context: Context, patients: readonly string[], list: string): void {
  const hour = context.services.clock().toISOString().slice(0, 13);
  const bucket = `${list}:${hour}`;
  context.scope.look({ action: 'LISTED', patients: [...new Set(patients)], what: 'LIST', bucket });
}

/** Notes a delivery of a live stream: one entry a viewer, record and minute. */
export function lookLive(context: Context, patient: string, stream: string): void {
  const minute = context.services.clock().toISOString().slice(0, 16);
  noteLook(context, [patient], { what: ['LIVE'], bucket: `${stream}:${minute}` });
}

function noteLook(context: Context, patients: string[], look: { what: LookedAt[]; bucket: string }): void {
  context.scope.look({ action: 'OPENED', patients, what: look.what.join(' '), bucket: look.bucket });
}
