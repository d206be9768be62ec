import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../platform/context.ts';
import type { Asked } from './documents/asked.ts';
import type { Vetting } from './documents/vetting.ts';
import { errorsInOrder } from './error-order.ts';
import { formatError } from './format-error.ts';
import { KnownDocuments } from './known-documents.ts';

/** A request as it came. */
export interface Requested {
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

  private readonly vetting: Vetting;

  constructor(schema: GraphQLSchema, vetting: Vetting) {
    this.vetting = vetting;
    this.known = new KnownDocuments(schema);
    this.apollo = new ApolloServer<Context>({
      schema,
      formatError,
      introspection: true,
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      csrfPrevention: { requestHeaders: ['x-heldwell-app', 'apollo-require-preflight'] },
      // Documents come whole, and are judged before this: nobody teaches the server one to ask for by its hash.
      persistedQueries: false,
      plugins: [
        ApolloServerPluginCacheControlDisabled(),
        ApolloServerPluginLandingPageDisabled(),
        this.known.plugin(),
        errorsInOrder,
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
  async answer(request: Requested, context: Context): Promise<Answer> {
    try {
      const refused = this.refusalOf(request, context);
      if (refused) return { status: 400, headers: JSON_HEADERS, body: JSON.stringify({ errors: [refused] }) };
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

  /** What vetting says to the document of a request; other shapes of requests are Apollo's to refuse. */
  private refusalOf(request: Requested, context: Context) {
    const asked = request.method === 'GET' ? askedIn(request.url) : request.body;
    if (!isAsked(asked)) return undefined;
    const error = this.vetting.refusalOf(asked, context);
    return error && formatError(error.toJSON(), error);
  }

  private async throughApollo(request: Requested, context: Context): Promise<Answer> {
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

const askedIn = (url: string) => {
  const { searchParams } = new URL(url, 'http://localhost');
  return {
    ...{ query: searchParams.get('query'), operationName: searchParams.get('operationName') },
    variables: variablesIn(searchParams.get('variables')),
  };
};

/** Those of an address; null where Apollo refuses them. */
function variablesIn(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isAsked = (body: unknown): body is Asked =>
  typeof body === 'object' && body !== null && 'query' in body && typeof body.query === 'string';

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
