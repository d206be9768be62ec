import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Context } from '../platform/context.ts';
import { introspectionIn } from './documents/introspection.ts';
import { latelyAsked } from './documents/lately-asked.ts';
import { inOrder } from './error-order.ts';
import { formatError } from './format-error.ts';

/** Documents kept compiled. */
const MOST_KNOWN = 500;

interface Compiled {
  /** Null where it cannot be compiled. */
  query: CompiledQuery | null;
}

interface Posted {
  query: string;
  operationName?: string | null;
  variables?: Record<string, unknown> | null;
  extensions?: Record<string, unknown> | null;
}

/**
 * Documents that passed Apollo once are compiled and then answered directly, with the same validation behind them
 * and the same bytes as before: parsing, checking and the pipeline's hooks would be done again for nothing.
 */
export class KnownDocuments {
  private readonly compiled = latelyAsked<Compiled>(MOST_KNOWN);
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** The answer as JSON text; undefined when the document is not known or cannot take this way. */
  async run(body: unknown, context: Context): Promise<string | undefined> {
    const posted = asPosted(body);
    if (!posted) return undefined;
    const query = this.compiled.get(keyOf(posted))?.query;
    if (!query) return undefined;
    const result = (await query.query({}, context, posted.variables ?? {})) as ExecutionResult;
    if (!result.errors) return `${query.stringify(result)}\n`;
    // Variables that do not fit, or that the compiled query cannot fill in: Apollo judges, and nothing of them is logged.
    if (result.data === undefined) return undefined;
    const errors = inOrder(result.errors.map((error) => formatted(error)));
    return `${JSON.stringify({ errors, data: result.data })}\n`;
  }

  /** Watches what Apollo answers and learns the documents that are well formed. */
  plugin(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: () =>
        Promise.resolve({
          willSendResponse: ({ document, request, operation }) => {
            if (document && operation && operation.operation !== 'subscription' && request.query) {
              this.learn(
                keyOf({ query: request.query, operationName: request.operationName }),
                document,
                request.operationName,
              );
            }
            return Promise.resolve();
          },
        }),
    };
  }

  private learn(key: string, document: DocumentNode, operationName: string | undefined): void {
    // Introspection is rare and large; it stays with the standard executor.
    if (this.compiled.has(key) || introspectionIn(document) !== 'NONE') return;
    const compiled = compileQuery(this.schema, document, operationName ?? undefined);
    this.compiled.set(key, { query: isCompiledQuery(compiled) ? compiled : null });
  }
}

const keyOf = (posted: Posted): string => `${posted.operationName ?? ''}\n${posted.query}`;

/** A request of the usual shape; every other is Apollo's to answer or refuse, as are documents sent by their hash. */
function asPosted(body: unknown): Posted | undefined {
  if (!isObject(body) || typeof body.query !== 'string') return undefined;
  const { operationName, variables, extensions } = body;
  const usual =
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || isObject(variables)) &&
    (extensions == null || (isObject(extensions) && !('persistedQuery' in extensions)));
  return usual ? (body as unknown as Posted) : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As Apollo formats an error of execution: its code, and what our own formatting makes of it. */
function formatted(error: GraphQLError): GraphQLFormattedError {
  const real = error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error });
  const json = real.toJSON ? real.toJSON() : { message: real.message };
  return formatError({ ...json, extensions: { code: 'INTERNAL_SERVER_ERROR', ...real.extensions } }, real);
}
