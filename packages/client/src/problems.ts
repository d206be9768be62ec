import type { CombinedError } from '@urql/core';

/**
 * What a screen does about a failed operation:
 * `signedOut` sign in again, `confirmFirst` show again who is signed in, `offline` wait for a connection, `notFound` say it is not here, `forbidden` say it is
 * not allowed, `badInput` show an error summary, `tooMany` wait a little, `broken` offer one "Try again".
 */
export type ProblemKind =
  | 'signedOut'
  | 'confirmFirst'
  | 'offline'
  | 'notFound'
  | 'forbidden'
  | 'badInput'
  | 'tooMany'
  | 'broken';

/** One refused field of an input: `path` as in the input object (`labels.0`), `code` a stable word such as `required`. */
export type FieldProblem = { path: string; code: string };

/**
 * A failed operation in terms a screen can act on. `reference` is what a person can quote to get help; `again` says
 * that it went wrong before too, with no answer in between.
 */
export type OperationProblem = {
  kind: ProblemKind;
  fields: FieldProblem[];
  reference?: string;
  again?: boolean;
};

const kindsByCode: Record<string, ProblemKind> = {
  UNAUTHENTICATED: 'signedOut',
  FRESH_SIGN_IN_NEEDED: 'confirmFirst',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'notFound',
  BAD_USER_INPUT: 'badInput',
  TOO_MANY_REQUESTS: 'tooMany',
  TOO_BUSY: 'tooMany',
};

type Extensions = { code?: unknown; fields?: unknown; reference?: unknown; unreadable?: unknown };

function fieldProblems(fields: unknown): FieldProblem[] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    const { path, code } = (field ?? {}) as { path?: unknown; code?: unknown };
    return typeof path === 'string' ? [{ path, code: typeof code === 'string' ? code : 'wrong' }] : [];
  });
}

/** Reads one GraphQL error's extensions, as they come in an answer or over the live connection. */
export function problemOfExtensions(extensions: unknown): OperationProblem {
  const { code, fields, reference } = (extensions ?? {}) as Extensions;
  const problem: OperationProblem = {
    kind: (typeof code === 'string' && kindsByCode[code]) || 'broken',
    fields: fieldProblems(fields),
  };
  return typeof reference === 'string' ? { ...problem, reference } : problem;
}

/** Turns urql's error into the kind of problem a screen shows. An answer that never came counts as offline. */
export function problemOf(error: CombinedError): OperationProblem {
  const problems = error.graphQLErrors.map((one) => problemOfExtensions(one.extensions));
  const signedOut = problems.find((problem) => problem.kind === 'signedOut');
  if (signedOut) return signedOut;
  if (problems[0]) return problems[0];
  const status = (error.response as Response | undefined)?.status;
  if (status === undefined) return { kind: 'offline', fields: [] };
  if (status === 401) return { kind: 'signedOut', fields: [] };
  return { kind: status === 429 ? 'tooMany' : 'broken', fields: [] };
}

/**
 * True when all that went wrong is that single values could not be opened: they are null, and the rest of the answer is
 * what is there.
 */
export const isReadableAround = (error: CombinedError): boolean =>
  error.graphQLErrors.length > 0 &&
  error.graphQLErrors.every(({ extensions }) => (extensions as Extensions | undefined)?.unreadable === true);
