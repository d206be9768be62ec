import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useHeldwell } from './client-provider.tsx';
import { type OperationProblem, problemOf } from './problems.ts';

/** What became of a command: the server's answer, or the problem in its place. */
export type CommandOutcome<Data> =
  | { data: Data; problem?: never }
  | { data?: never; problem: OperationProblem };

/** A command to the server: `run` it, see whether it is `running`, and its last `problem`. */
export type Command<Data, Variables> = {
  run: (variables: Variables) => Promise<CommandOutcome<Data>>;
  running: boolean;
  problem: OperationProblem | undefined;
};

/**
 * Prepares a mutation. Every screen asks again after it, unless `context` says that this screen merges the answer
 * itself. `run` never rejects.
 */
export function useCommand<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  context?: { mergedByScreen: boolean },
): Command<Data, Variables> {
  const { urql } = useHeldwell();
  const [state, setState] = useState<{ running: boolean; problem?: OperationProblem }>({ running: false });
  const run = useCallback(
    async (variables: Variables): Promise<CommandOutcome<Data>> => {
      setState({ running: true });
      const { data, error } = await urql.mutation<Data, Variables>(mutation, variables, context).toPromise();
      const problem: OperationProblem | undefined = error ? problemOf(error) : undefined;
      setState(problem ? { running: false, problem } : { running: false });
      if (data && !problem) return { data };
      return { problem: problem ?? { kind: 'broken', fields: [] } };
    },
    [urql, mutation, context],
  );
  return { run, running: state.running, problem: state.problem };
}
