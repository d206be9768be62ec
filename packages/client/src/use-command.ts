import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useHeldwell } from './client-provider.tsx';
import type { HeldwellClient } from './create-client.ts';
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
 * Sends what may need a fresh sign-in: where the server asks for one, the person shows again that it is them and it is
 * sent once more. Nothing was done before.
 */
export async function freshly<Answer extends { error?: CombinedError }>(
  heldwell: HeldwellClient,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await send();
  const needed = answer.error && problemOf(answer.error).kind === 'confirmFirst';
  return needed && (await heldwell.confirmFirst()) ? send() : answer;
}

/**
 * Prepares a mutation. Every screen asks again after it, unless `context` says that this screen merges the answer
 * itself. `run` never rejects.
 */
export function useCommand<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  context?: { mergedByScreen: boolean },
): Command<Data, Variables> {
  const heldwell = useHeldwell();
  const [state, setState] = useState<{ running: boolean; problem?: OperationProblem }>({ running: false });
  const run = useCallback(
    async (variables: Variables): Promise<CommandOutcome<Data>> => {
      setState({ running: true });
      const send = () => heldwell.urql.mutation<Data, Variables>(mutation, variables, context).toPromise();
      const { data, error } = await freshly(heldwell, send);
      const problem: OperationProblem | undefined = error ? problemOf(error) : undefined;
      setState(problem ? { running: false, problem } : { running: false });
      if (data && !problem) return { data };
      return { problem: problem ?? { kind: 'broken', fields: [] } };
    },
    [heldwell, mutation, context],
  );
  return { run, running: state.running, problem: state.problem };
}
