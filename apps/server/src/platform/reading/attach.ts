import {
  type GraphQLField,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isAbstractType,
} from 'graphql';
import { lookAtList } from '../access-looks.ts';
import type { Context } from '../context.ts';
import { CURSOR, PATIENT } from './compile.ts';
import { opened } from './opening.ts';
import { pageSize, writeCursor } from './page.ts';
import { allReadings, type FieldReading } from './reading.ts';
import type { Arguments } from './selection.ts';

/** A page as clients see it. */
export interface Connection<T> {
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Cuts the extra row off and makes the cursor of the last one kept. */
export function connectionOf<T extends object>(rows: readonly T[], first: number): Connection<T> {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1) as (T & { [CURSOR]?: unknown[] }) | undefined;
  return {
    nodes,
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor: last?.[CURSOR] ? writeCursor(last[CURSOR]) : null,
    },
  };
}

/**
 * Gives every type that has a reading the resolvers that pick its fields out of the statement's JSON, in place
 * of those of the decorated classes. Most need none: the default resolver is right.
 * @throws Error when a type and its reading do not have the same fields.
 */
export function attachReadings(schema: GraphQLSchema): void {
  for (const [name, reading] of allReadings()) {
    const type = schema.getType(name);
    if (!(type instanceof GraphQLObjectType)) throw new Error(`The reading of ${name} has no such type.`);
    const fields = type.getFields();
    const missing = Object.keys(fields).filter((field) => !(field in reading.fields));
    const unknown = Object.keys(reading.fields).filter((field) => !(field in fields));
    if (missing.length + unknown.length > 0) {
      throw new Error(
        `The reading of ${name} misses ${missing.join(', ')} and has unknown ${unknown.join(', ')}.`,
      );
    }
    for (const [field, definition] of Object.entries(reading.fields)) {
      attach(fields[field] as GraphQLField<Parent, Context>, definition);
    }
  }
}

/**
 * A value of a union or interface names its type itself: rows by `__typename`, commands' answers by their class.
 * The decorated classes would ask each possible type in turn, asynchronously, which a compiled query cannot.
 */
export function nameTypesDirectly(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type)) continue;
    type.resolveType = (value: { __typename?: string; constructor: { name: string } }) =>
      value.__typename ?? value.constructor.name;
  }
}

type Parent = Record<string, unknown>;
type Row = { [PATIENT]?: string };
/** What a resolver gets beside its parent. */
type Rest = [args: Arguments, context: Context, info: GraphQLResolveInfo];

/** Notes, for a page across records, whose stood in it. */
export function listed<T extends Row>(
  context: Context,
  connection: Connection<T>,
  info: GraphQLResolveInfo,
): Connection<T> {
  noteListed(context, connection.nodes, info);
  return connection;
}

function noteListed(context: Context, rows: readonly Row[], info: GraphQLResolveInfo): void {
  const patients = rows.flatMap((row) => row[PATIENT] ?? []);
  lookAtList(context, patients, info);
}

function attach(field: GraphQLField<Parent, Context>, definition: FieldReading): void {
  if (definition.kind === 'derived') {
    field.resolve = (parent) => definition.resolve(parent as Record<string, never>);
  } else if (definition.kind === 'sealed') {
    const { key, resolve } = definition;
    field.resolve = (parent) => {
      const said = opened(parent[key]);
      return said === null ? null : resolve(said as never, parent as never);
    };
  } else if (definition.kind === 'made') {
    const byKey = field.args.length > 0;
    field.resolve = (parent, ...[, , info]: Rest) =>
      definition.resolve(parent[byKey ? info.path.key : field.name] as never);
  } else if (definition.kind === 'page') {
    field.resolve = (parent, ...[args, context, info]: Rest) =>
      listed(context, connectionOf(parent[info.path.key] as Row[], pageSize(args)), info);
  } else if (definition.kind === 'many' && definition.across) {
    field.resolve = (parent, ...[, context, info]: Rest) => {
      const rows = parent[field.args.length > 0 ? info.path.key : field.name] as Row[];
      noteListed(context, rows, info);
      return rows;
    };
  } else if (field.args.length > 0) {
    // Two aliases of a field with arguments are two values, each under its own name.
    field.resolve = (parent, ...[, , info]: Rest) => parent[info.path.key];
  } else {
    delete field.resolve;
  }
}
