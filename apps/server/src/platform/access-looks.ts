import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import { getNamedType } from 'graphql';
import type { Context } from './context.ts';
import { documentOf, fieldsOf, setsOf } from './reading/selection.ts';

/** Notes that a record was opened: one entry an operation and record, saying which parts were asked for. */
export function lookOnce(context: Context, look: { patients: string[]; info: GraphQLResolveInfo }): void {
  const type = getNamedType(look.info.returnType) as GraphQLObjectType;
  const parts = fieldsOf(type, setsOf(look.info), documentOf(look.info)).map((field) => field.name);
  context.scope.look({
    action: 'OPENED',
    patients: look.patients,
    what: `${look.info.fieldName}: ${parts.join(' ')}`.slice(0, 500),
    bucket: `${context.operationId}:${look.info.fieldName}`,
  });
}

/** Notes that records stood in a list: one entry a viewer, record and hour. */
export function lookAtList(context: Context, patients: readonly string[], what: string): void {
  const hour = context.services.clock().toISOString().slice(0, 13);
  context.scope.look({ action: 'LISTED', patients: [...new Set(patients)], what, bucket: `${what}:${hour}` });
}
