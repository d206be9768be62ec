import { type AnyVariables, type CombinedError, createRequest, type TypedDocumentNode } from '@urql/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { useHeldwell } from './client-provider.tsx';
import type { Topic } from './create-client.ts';
import { isReadableAround, type OperationProblem, problemOf } from './problems.ts';

/**
 * A screen's question and how it stands. With `data` there is something to show, even while it is asked again
 * (`asking`) or when asking again went wrong (`problem`). Without data it is either still `asking` or a `problem`.
 */
export type ScreenQuery<Data> = {
  data: Data | undefined;
  problem: OperationProblem | undefined;
  asking: boolean;
  /** Asks the server again, keeping on screen what is there. */
  refresh: () => void;
};

type Options = {
  /** Asks again when one of these changes; `all` is always listened to. */
  on?: readonly Topic[];
  /** Does not ask while true. */
  pause?: boolean;
};

const everything: readonly Topic[] = ['entries', 'sharing', 'threads'];

type Failure = { key: number; error: CombinedError };

/** The first failure of a question since its last answer. */
function useFirstFailure(key: number, error: CombinedError | undefined, answered: boolean) {
  const [first, setFirst] = useState<Failure>();
  if (error && first?.key !== key) setFirst({ key, error });
  else if (answered && first) setFirst(undefined);
  return first?.key === key ? first.error : undefined;
}

function useProblem(error: CombinedError | undefined, again: boolean): OperationProblem | undefined {
  return useMemo(
    () => (error ? { ...problemOf(error), ...(again && { again }) } : undefined),
    [error, again],
  );
}

/**
 * Asks one question for a screen. Shows the remembered answer at once when going back, and always asks anew; asks
 * again when the connection returns, after a command, and when a topic in `on` (all of them, unless told) changes.
 */
export function useScreenQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  { on = everything, pause = false }: Options = {},
): ScreenQuery<Data> {
  const { remembered, refresh: refreshSignal } = useHeldwell();
  const request = createRequest(query, variables);
  const [result, ask] = useQuery<Data, Variables>({
    query,
    variables,
    pause,
    requestPolicy: 'network-only',
  } as Parameters<typeof useQuery<Data, Variables>>[0]);
  const refresh = useCallback(() => ask({ requestPolicy: 'network-only' }), [ask]);

  useEffect(() => {
    if (pause) return undefined;
    return refreshSignal.listen((topic) => {
      if (topic === 'all' || on.includes(topic)) refresh();
    });
  }, [pause, on, refresh, refreshSignal]);

  const answersThis = result.operation === undefined || result.operation.key === request.key;
  const error = answersThis && result.error && !isReadableAround(result.error) ? result.error : undefined;
  const answered = answersThis && !error && !result.fetching && result.data !== undefined;
  const failure = useFirstFailure(request.key, error, answered);
  // With an error beside it, a null may be what broke and not what is there: half an answer is none, also while it is
  // asked for again and urql has dropped the error.
  const isWhole = answersThis && !error && (answered || !failure);
  const data = (isWhole ? result.data : undefined) ?? (remembered.get(request.key) as Data | undefined);
  const problem = useProblem(error, failure !== undefined && failure !== error);
  return { data, problem, asking: result.fetching || result.stale || !answersThis, refresh };
}
