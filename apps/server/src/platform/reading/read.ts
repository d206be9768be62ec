import type { FieldNode, GraphQLObjectType, GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { getNamedType, Kind } from 'graphql';
import type { RequestScope } from '../request-scope.ts';
import type { SqlStatement } from '../sql-statement.ts';
import { manySql, PATIENT, pageSets, pageSql, rowSql } from './compile.ts';
import { Opening } from './opening.ts';
import { type Cell, type Rows, readingOf } from './reading.ts';
import { documentOf, fieldsOf, setsOf } from './selection.ts';
import type { Sql } from './shape.ts';
import { type Plan, Statement } from './statement.ts';

/** Where a statement begins: the type it reads and the rows it starts from. */
export interface Root<A> {
  /** Names the statement in the database's list of prepared statements. */
  name: string;
  /** The type it reads. */
  of: string;
  /** `arg` makes a placeholder of a value the resolver hands over. */
  rows(it: string, arg: <K extends keyof A & string>(name: K, type: string) => string): Rows;
}

/** Declares a root; one declaration may serve many documents, each with its own statement. */
export const defineRoot = <A extends object>(root: Root<A>): Root<A> => root;

type Values = Record<string, unknown>;
interface CachedPlan extends Plan {
  root: string;
  statementName: string | undefined;
}

/** Statements by the place in a document that asked for them: documents are kept by the executor, so are these. */
const plans = new WeakMap<FieldNode, CachedPlan[]>();

/** Names of prepared statements by their text. A connection keeps what it has prepared for as long as it lives. */
const names = new Map<string, string>();
/** Beyond these a statement goes unprepared: whoever writes ever new documents does not fill the database's memory. */
const MOST_NAMES = 1_000;

function nameOf(root: string, text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = `${root}_${names.size + 1}`;
  names.set(text, name);
  return name;
}

function planFor(info: GraphQLResolveInfo, name: string, write: (statement: Statement) => Sql): CachedPlan {
  const node = info.fieldNodes[0] as FieldNode;
  const ready = plans.get(node) ?? [];
  const fitting = ready.find((plan) => plan.root === name && plan.fits(info.variableValues));
  if (fitting) return fitting;
  const document = documentOf(info);
  const statement = new Statement(info.schema, document);
  const sql = write(statement);
  const plan = { ...statement.plan(sql), root: name, statementName: nameOf(name, sql.text) };
  if (!document.conditional) plans.set(node, [...ready, plan]);
  return plan;
}

/** What the values handed over by the resolver and the operation's variables become: one record for the plan. */
const handed = (info: GraphQLResolveInfo, given: object): Values => ({
  ...info.variableValues,
  [GIVEN]: given,
});
const GIVEN = '\u0000given';
const argOf =
  (statement: Statement) =>
  (name: string, type: string): string =>
    statement.param(type, (variables) => (variables[GIVEN] as Values)[name]);

/**
 * A patient's id in the condition of a statement that is about one record: the row policies then look up once what is seen
 * of it (functions/entries.sql). Read before the rows beneath are.
 */
export const atHand = (id: string, what: 'at_hand' | 'thread_at_hand' = 'at_hand'): string =>
  `(select nullif(set_config('heldwell.${what}', ${id}::text, true), '')::uuid)`;

/** What a reading needs of an operation. */
export type Reads = Pick<RequestScope, 'query' | 'sealing' | 'keys'>;

const statementOf = (scope: Pick<Reads, 'sealing'>, plan: CachedPlan, variables: Values): SqlStatement => ({
  ...(plan.statementName && { name: plan.statementName }),
  text: plan.text,
  values: plan.values(variables, scope.sealing),
});

async function run<T>(scope: Reads, plan: CachedPlan, variables: Values): Promise<T | null> {
  const rows = await scope.query<{ it: unknown }>(statementOf(scope, plan, variables));
  const [row] = rows;
  if (!row) return null;
  const opening = new Opening();
  const read = plan.decode(row.it, opening) as T;
  await opening.open(scope.keys);
  return read;
}

const asIt = ({ text, decode }: Sql): Sql => ({ text: `select ${text} as it`, decode });

function oneOf<A>(statement: Statement, root: Root<A>, sets: readonly SelectionSetNode[]): Sql {
  const reading = readingOf(root.of);
  const it = statement.alias();
  const rows = root.rows(it, argOf(statement));
  const { text, joins, decode } = rowSql({ statement, reading, row: it }, sets, { opens: rows.opens });
  const from = rows.from ?? `heldwell.${reading.table} ${it}`;
  return { text: `select ${text} as it from ${from} ${joins} where ${rows.where} limit 1`, decode };
}

/** Reads one object with what the operation selects of it, in one statement; null when there is no such row. */
export function readOne<T, A extends object>(
  scope: Reads,
  info: GraphQLResolveInfo,
  call: { root: Root<A>; args: A },
): Promise<T | null> {
  return run<T>(scope, planOfOne(info, call.root), handed(info, call.args));
}

const planOfOne = <A extends object>(info: GraphQLResolveInfo, root: Root<A>): CachedPlan =>
  planFor(info, root.name, (statement) => oneOf(statement, root, setsOf(info)));

/** Sends the statement of `readOne` with the one that opens the session, where it is the first of its operation. */
export function readAhead<A extends object>(
  scope: RequestScope,
  info: GraphQLResolveInfo,
  call: { root: Root<A>; args: A; isAll?: boolean },
): void {
  const { root, args, isAll } = call;
  if (scope.isFresh) scope.ahead(statementOf(scope, planOfOne(info, root), handed(info, args)), isAll);
}

/** A field of one type of the union that a command answers with. */
export interface Within {
  type: string;
  field: string;
}

/** What the resolver of a field beneath this one will be told of the operation; undefined where it is not asked for as it stands. */
export function infoBeneath(info: GraphQLResolveInfo, fieldName: string): GraphQLResolveInfo | undefined {
  const parentType = getNamedType(info.returnType) as GraphQLObjectType;
  const nodes = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []);
  const fieldNodes = nodes
    .filter((node) => node.kind === Kind.FIELD)
    .filter(({ name }) => name.value === fieldName);
  const returnType = parentType.getFields()[fieldName]?.type;
  if (fieldNodes.length !== 1 || !returnType) return undefined;
  return { ...info, fieldName, fieldNodes, parentType, returnType };
}

/** What is selected beneath that field. */
function setsWithin(info: GraphQLResolveInfo, { type, field }: Within): SelectionSetNode[] {
  const asked = fieldsOf(info.schema.getType(type) as GraphQLObjectType, setsOf(info), documentOf(info));
  return asked.filter(({ name }) => name === field).flatMap((selected) => [...selected.sets]);
}

/** Names of the fields an operation selects of the object its answer will hold in a field. */
export function fieldsWithin(info: GraphQLResolveInfo, within: Within): string[] {
  const holder = info.schema.getType(within.type) as GraphQLObjectType;
  const type = getNamedType(holder.getFields()[within.field]?.type) as GraphQLObjectType;
  return fieldsOf(type, setsWithin(info, within), documentOf(info)).map(({ name }) => name);
}

/**
 * Reads, for a command, the object its answer will hold in a field, with what is selected of it there: so that the
 * reading can be sent right behind the writing. Null, unread, when the operation does not ask for it.
 */
export async function readWithin<T, A extends object>(
  scope: RequestScope,
  info: GraphQLResolveInfo,
  call: { root: Root<A>; args: A; within: Within },
): Promise<T | null> {
  const sets = setsWithin(info, call.within);
  if (sets.length === 0) return null;
  const plan = planFor(info, call.root.name, (statement) => oneOf(statement, call.root, sets));
  return run<T>(scope, plan, handed(info, call.args));
}

/** Reads a list, in one statement. */
export async function readMany<T, A extends object>(
  scope: RequestScope,
  info: GraphQLResolveInfo,
  call: { root: Root<A>; args: A },
): Promise<T[]> {
  const plan = planFor(info, call.root.name, (statement) => {
    const it = statement.alias();
    const source = {
      statement,
      reading: readingOf(call.root.of),
      it,
      rows: call.root.rows(it, argOf(statement)),
    };
    return asIt(manySql(source, setsOf(info)));
  });
  return (await run<T[]>(scope, plan, handed(info, call.args))) ?? [];
}

/** A page as it came from the database: one row more than was asked for says that there is another. */
export type RawPage<T> = (T & { [PATIENT]?: string })[];

/** Reads a connection's page, in one statement; each row says whose record it is of. */
export async function readPage<T, A extends object>(
  scope: RequestScope,
  info: GraphQLResolveInfo,
  call: { root: Root<A>; args: A },
): Promise<RawPage<T>> {
  const plan = planFor(info, call.root.name, (statement) => {
    const it = statement.alias();
    const arg = argOf(statement);
    const source = { statement, reading: readingOf(call.root.of), it, rows: call.root.rows(it, arg) };
    const cell: Cell = {
      row: it,
      join: () => it,
      param: (type, value) => statement.param(type, (variables) => value(variables[GIVEN] as Values)),
      opens: () => undefined,
      lookup: () => {
        throw new Error('A root looks nothing up.');
      },
      choose: (text) => text({}),
    };
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const sets = pageSets(statement, { type, sets: setsOf(info) });
    return asIt(pageSql(source, sets, cell));
  });
  return (await run<RawPage<T>>(scope, plan, handed(info, call.args))) ?? [];
}
