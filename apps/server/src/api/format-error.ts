import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { logger } from '../platform/logger.ts';
import { CannotOpen } from '../platform/sealing/key-ring.ts';
import { safeMessage } from './documents/safe-message.ts';

/** Codes whose message and extensions are meant for clients; everything else is ours and stays in the log. */
const PUBLIC = new Set([
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'INTERNAL',
  'TOO_COMPLEX',
  'DOCUMENT_NOT_REGISTERED',
  'TOO_BUSY',
  'FRESH_SIGN_IN_NEEDED',
]);

/** What a client may read of an error; a fault of ours becomes `INTERNAL` with a reference to the log. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  const code = formatted.extensions?.code;
  const expected =
    typeof code === 'string' &&
    PUBLIC.has(code) &&
    (cause instanceof GraphQLError || code !== 'INTERNAL_SERVER_ERROR');
  if (expected) return withoutStack(formatted);
  // A value of the wrong shape is refused by graphql itself, before any resolver.
  if (
    cause instanceof GraphQLError &&
    code === undefined &&
    error instanceof GraphQLError &&
    !error.originalError
  ) {
    return { ...withoutStack(formatted), extensions: { code: 'BAD_USER_INPUT' } };
  }
  const reference = randomUUID();
  logger.error(
    { reference, reason: (cause as Error)?.message, stack: (cause as Error)?.stack },
    'a fault of ours',
  );
  return {
    message: 'Something went wrong on our side. Please try again.',
    ...(formatted.path && { path: formatted.path }),
    // One value that cannot be opened: what stands around it is as good as ever.
    extensions: { code: 'INTERNAL', reference, ...(cause instanceof CannotOpen && { unreadable: true }) },
  };
}

/** What is wrong with a request as a whole is said by GraphQL, and has no path; what a command refuses, by us. */
function withoutStack(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
  const message = formatted.path ? formatted.message : safeMessage(formatted.message);
  return { ...formatted, message, extensions };
}
