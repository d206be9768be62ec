import {
  type ExecutionArgs,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { depthLimit } from './depth-limit.ts';

/** An operation as a client sends it. */
export interface Asked {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
}

/** Most tokens a document may have. */
const MOST_TOKENS = 5_000;

const badRequest = (message: string) => new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });

/** Parses and checks a document for a live stream; answers what is wrong with it instead. */
export function prepareOperation(
  schema: GraphQLSchema,
  asked: Asked,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = parse(asked.query, { maxTokens: MOST_TOKENS });
    const problems = validate(schema, document, [...specifiedRules, depthLimit]);
    if (problems.length > 0) return problems;
    const { operationName, variables } = asked;
    if (getOperationAST(document, operationName)?.operation !== 'subscription')
      return [badRequest('Only a subscription is streamed; send this by HTTP POST.')];
    return { schema, document, operationName, variableValues: variables };
  } catch (error) {
    return [error as GraphQLError];
  }
}
