import {
  type GraphQLField,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isUnionType,
} from 'graphql';

/** How far ways go. */
export interface Reach {
  /** Object types of a way with that of its root field, connection wrappers not counted. */
  deepest: number;
  /** So many of them, the last, are asked for all at once. */
  together: number;
}
/** With the query's own type, six. */
export const FARTHEST: Reach = { deepest: 5, together: 2 };
/** How often a way meets a type at most. */
const MOST_VISITS = 2;

/** Stands for the length of the first list of a way, until it is known what hangs on each row. */
export const ROWS = '$rows';

/** How a walk writes a field: its arguments for a place in the operation. */
export interface Asked {
  /** The arguments of a field, as text; undefined where the walk does not know how to ask. */
  args(field: GraphQLField<unknown, unknown>, place: { depth: number; turn: number }): string | undefined;
}

/** One way through the schema from a root field, as the text of a selection beneath it. */
export interface Way {
  /** `record.timeline.source`. */
  name: string;
  selection: string;
}

interface Step {
  member: boolean;
  text: (inside: string) => string;
  name: string;
}

/**
 * Every way from a type: along object fields, with every plain field at each step. The last step takes all that lies
 * behind it, so that there is one way for each three types and not one for each five.
 */
export function waysFrom(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  asked: Asked,
  { deepest, together } = FARTHEST,
): Way[] {
  const ways: Way[] = [];
  let turn = 0;
  const visit = (at: GraphQLObjectType, steps: readonly Step[], met: readonly string[]): void => {
    // Whole lists where little hangs on each row, else enough rows for one of each label.
    const wide = steps.length < 2 || steps.at(-1)?.member === true;
    const written = (inside: string) =>
      [...steps]
        .reverse()
        .reduce((text, step) => step.text(text), inside)
        .replaceAll(ROWS, wide ? '100' : '6');
    const name = steps.map((step) => step.name).join('.');
    if (met.length === deepest - together) {
      ways.push({ name, selection: written(allBehind(at, met)) });
      return;
    }
    ways.push({ name, selection: written(plain(at)) });
    for (const child of next(at, met)) visit(child.type, [...steps, child.step], [...met, child.type.name]);
  };
  visit(type, [], [type.name]);
  return ways;

  /** The plain fields of a type and of all types behind it. */
  function allBehind(at: GraphQLObjectType, met: readonly string[]): string {
    if (met.length === deepest) return plain(at);
    const behind = next(at, met).map(({ step, type: to }) => step.text(allBehind(to, [...met, to.name])));
    return [plain(at), ...behind].join(' ');
  }

  function next(at: GraphQLObjectType, met: readonly string[]) {
    turn += 1;
    return Object.values(at.getFields()).flatMap((field) => {
      const args = asked.args(field, { depth: met.length, turn });
      if (args === undefined) return [];
      const call = `${field.name}${args}`;
      return targetsOf(schema, getNamedType(field.type))
        .filter(({ type: to }) => met.filter((one) => one === to.name).length < MOST_VISITS)
        .map(({ type: to, wrap, member }) => ({
          type: to,
          step: { member, name: member ? `${field.name}:${to.name}` : field.name, text: textOf(call, wrap) },
        }));
    });
  }
}

const textOf =
  (call: string, wrap: (inside: string) => string) =>
  (inside: string): string =>
    `${call} { ${wrap(inside)} }`;

interface Target {
  type: GraphQLObjectType;
  wrap: (inside: string) => string;
  /** One of several the field may lead to. */
  member: boolean;
}

/** The object types a field leads to: through a connection to its nodes, through a union to each member. */
function targetsOf(schema: GraphQLSchema, type: GraphQLNamedType): Target[] {
  if (isUnionType(type)) {
    return schema.getPossibleTypes(type).map((member) => ({
      type: member,
      wrap: (inside) => `__typename ... on ${member.name} { ${inside} }`,
      member: true,
    }));
  }
  if (!(type instanceof GraphQLObjectType)) return [];
  const nodes = type.getFields().nodes;
  if (!nodes) return [{ type, wrap: (inside) => inside, member: false }];
  const wrap = (inside: string) => `nodes { ${inside} } pageInfo { hasNextPage endCursor }`;
  return [{ type: getNamedType(nodes.type) as GraphQLObjectType, wrap, member: false }];
}

/** The fields of a type that hold values and need no arguments. */
function plain(type: GraphQLObjectType): string {
  const names = Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map((field) => field.name);
  return ['__typename', ...names].join(' ');
}
