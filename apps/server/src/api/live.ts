import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';
import type { Context } from '../platform/context.ts';
import { inOrder } from './error-order.ts';
import { formatError } from './format-error.ts';
import type { Turns } from './turns.ts';

/** What a stream lives on: a context for each event, and its turn to be delivered to. */
export interface Living {
  fresh: () => Context;
  turns: Turns;
}

/** Results until access ends or the reader leaves; `return` ends it at once. */
type Stream = AsyncIterableIterator<ExecutionResult> & {
  return(): Promise<IteratorResult<ExecutionResult, undefined>>;
};

/** Whose turn it is: one session's, whichever of its sockets and streams asks; who has none waits behind each other. */
export const whoOf = ({ credentials }: Pick<Context, 'credentials'>): string =>
  credentials?.tokenHash.toString('hex') ?? 'nobody';

/**
 * Runs a subscription: the rule before it opens, and for every event a context of its own, so that session,
 * membership and grants are judged again and nothing is remembered. The stream ends with the first denial.
 */
export async function subscribeLive(
  args: ExecutionArgs,
  { fresh, turns }: Living,
): Promise<ExecutionResult | Stream> {
  const opening = fresh();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => turns.take(whoOf(opening), work);
  const source = await inTurn(() => open(args, opening));
  if (!(Symbol.asyncIterator in source))
    return { errors: source.errors?.map((error) => formatted(error)) ?? [] };
  return play(source, (event) => inTurn(() => deliver(event, args, fresh())));
}

async function open(
  args: ExecutionArgs,
  opening: Context,
): Promise<AsyncIterable<unknown> | ExecutionResult> {
  try {
    return await createSourceEventStream({ ...args, contextValue: opening });
  } finally {
    await opening.scope.rollback();
  }
}

/** By hand and not as a generator: a generator that waits for an event cannot be ended before the event comes. */
function play(
  source: AsyncIterable<unknown>,
  delivered: (event: unknown) => ReturnType<typeof deliver>,
): Stream {
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
    await events.return?.();
    return { value: undefined, done: true };
  };
  let failed = false;
  return {
    async next() {
      for (;;) {
        const event = failed ? ({ done: true } as const) : await events.next();
        if (event.done) return end();
        const result = await delivered(event.value);
        if (result === 'ENDED') return end();
        if (result === 'NOTHING') continue;
        failed = result.errors !== undefined;
        return { value: result, done: false };
      }
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function deliver(
  event: unknown,
  args: ExecutionArgs,
  context: Context,
): Promise<ExecutionResult | 'ENDED' | 'NOTHING'> {
  context.scope.unattended();
  try {
    const result = await execute({ ...args, rootValue: event, contextValue: context });
    const codes = result.errors?.map((error) => error.extensions.code) ?? [];
    if (codes.some((code) => code === 'STREAM_ENDED' || code === 'UNAUTHENTICATED' || code === 'FORBIDDEN'))
      return 'ENDED';
    if (codes.includes('NOTHING_TO_TELL')) return 'NOTHING';
    const kept = await context.scope.commit();
    if (!result.errors) return result;
    const errors = inOrder(result.errors).map((error) => formatted(error));
    return { data: kept ? (result.data ?? null) : null, errors };
  } finally {
    await context.scope.rollback();
  }
}

const formatted = (error: NonNullable<ExecutionResult['errors']>[number]) =>
  Object.assign(error, {
    toJSON: () => formatError({ message: error.message, extensions: { ...error.extensions } }, error),
  });
