import { type DocumentNode, type GraphQLSchema, getOperationAST, getVariableValues } from 'graphql';
// Its other build brings a second `graphql` along, which knows none of our types.
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity/cjs';
import type { Asked } from './asked.ts';
import { tooComplex } from './limits.ts';

/** Rows of a list whose length nobody says: teams, participants, labels. */
const USUAL_ROWS = 5;
const LARGEST_PAGE = 100;

/** A field costs one and what it holds; a page as many times that as it may have rows. */
const estimate: ComplexityEstimator = ({ args, childComplexity, field }) => {
  if (field.args.some(({ name }) => name === 'first')) return 1 + rowsOf(args.first) * childComplexity;
  // The rows of a page are counted by its `first`.
  const isList = String(field.type).startsWith('[') && field.name !== 'nodes';
  return 1 + (isList ? USUAL_ROWS : 1) * childComplexity;
};

// A page size that is out of bounds is refused where it is read, with its path.
const rowsOf = (first: unknown): number =>
  typeof first === 'number' ? Math.min(Math.max(first, 1), LARGEST_PAGE) : LARGEST_PAGE;

/**
 * What an operation of a valid document costs with these variables. Where they do not fit, or there is no operation of
 * that name, nothing runs, and it costs nothing.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, asked: Asked): number {
  const operation = getOperationAST(document, asked.operationName);
  const given = asked.variables ?? {};
  const { coerced } = getVariableValues(schema, operation?.variableDefinitions ?? [], given);
  if (!operation || !coerced) return 0;
  return getComplexity({
    schema,
    query: document,
    estimators: [estimate],
    variables: given,
    ...(operation.name && { operationName: operation.name.value }),
  });
}

export const tooDear = (cost: number, most: number) =>
  tooComplex(`The operation may cost ${cost}; at most ${most} is answered. Ask for smaller pages.`);
