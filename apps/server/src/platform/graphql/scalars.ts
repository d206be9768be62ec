import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { GraphQLJSON, GraphQLUUID } from 'graphql-scalars';

/** Text as PostgreSQL writes it goes out unchanged; what comes in must match. */
function textScalar(name: string, description: string, check: (value: string) => boolean): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string' || !check(value))
      throw new GraphQLError(`${name} cannot represent this value.`);
    return value;
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const day = /^\d{4}-\d\d-\d\d$/;

/** `DateTime`: ISO 8601 text in and out. */
export const DateTimeText = textScalar(
  'DateTime',
  'A moment in ISO 8601 with its offset: `2026-03-14T09:30:00.000000+00:00`.',
  (text) => moment.test(text) && !Number.isNaN(Date.parse(text)),
);

/** `Date`: an ISO 8601 day in and out; no time zone can move it. */
export const DateText = textScalar('Date', 'A day without a time, ISO 8601: `1991-03-14`.', (text) => {
  return day.test(text) && new Date(text).toISOString().startsWith(text);
});

export const UuidText = GraphQLUUID;
export const JsonValue = GraphQLJSON;
