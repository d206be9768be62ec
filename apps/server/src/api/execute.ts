import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../platform/context.ts';
import { depthLimit } from './depth-limit.ts';
import { formatError } from './format-error.ts';
import { KnownDocuments } from './known-documents.ts';

/** A request as it came. */
export interface Asked {
  method: string;
  url: string;
  headers: NodeJS.Dict<string | string[]>;
  body: unknown;
}

export interface Answer {
  status: number;
  headers: Iterable<[string, string]>;
  body: string;
}

const JSON_HEADERS: [string, string][] = [
  ['content-type', 'application/json; charset=utf-8'],
  ['cache-control', 'no-store'],
];

/** Answers GraphQL over HTTP. The transaction is committed before anything is sent; errors undo it. */
export class Executor {
  private readonly apollo: ApolloServer<Context>;
  private readonly known: KnownDocuments;

  constructor(schema: GraphQLSchema) {
    this.known = new KnownDocuments(schema);
    this.apollo = new ApolloServer<Context>({
      schema,
      formatError,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      csrfPrevention: { requestHeaders: ['x-heldwell-app', 'apollo-require-preflight'] },
      validationRules: [depthLimit],
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        this.known.plugin(),
      ],
    });
  }

  start(): Promise<void> {
    return this.apollo.start();
  }

  stop(): Promise<void> {
    return this.apollo.stop();
  }

  /** A document that was once checked and run takes the short way: its compiled query, and nothing around it. */
  async answer(request: Asked, context: Context): Promise<Answer> {
    try {
      const known = request.method === 'POST' ? await this.known.run(request.body, context) : undefined;
      const answer =
        known === undefined
          ? await this.throughApollo(request, context)
          : { status: 200, headers: JSON_HEADERS, body: known };
      return (await context.scope.commit()) ? answer : withoutData(answer);
    } catch (error) {
      const formatted = formatError({ message: '' }, error);
      return { status: 500, headers: JSON_HEADERS, body: JSON.stringify({ errors: [formatted] }) };
    } finally {
      await context.scope.rollback();
    }
  }

  private async throughApollo(request: Asked, context: Context): Promise<Answer> {
    const response = await this.apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headerMap(request.headers),
        search: new URL(request.url, 'http://localhost').search,
        body: request.body,
      },
      context: () => Promise.resolve(context),
    });
    if (response.body.kind !== 'complete') throw new Error('Incremental answers are not served.');
    const headers = response.headers.set('cache-control', 'no-store');
    return { status: response.status ?? 200, headers, body: response.body.string };
  }
}

/** What was undone is not told: an answer to an operation of which a part failed has its errors alone. */
function withoutData({ status, headers, body }: Answer): Answer {
  const { errors } = JSON.parse(body) as { errors?: unknown[] };
  if (!errors) throw new Error('An operation was undone and says no error.');
  return { status, headers, body: `${JSON.stringify({ errors, data: null })}\n` };
}

const headerMap = (headers: NodeJS.Dict<string | string[]>): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, String(value));
  return map;
};
