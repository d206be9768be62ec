import { type OperationProblem, useCommand } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import messages from './organisation.messages.json';

/** What a command of an office answers. */
type ActAnswer = {
  done:
    | { __typename: 'OfficeActDone' }
    | {
        __typename: 'OfficeActRefused';
        why: 'CODE_TAKEN' | 'NO_MEMBER' | 'ADMINISTRATOR_ONLY' | 'LAST_ADMINISTRATOR';
      }
    | { __typename: 'NotFound' };
};

/** Why it was not carried out: a problem of the line or the server, or a sentence; nothing when it was. */
export type ActRefusal = { problem?: OperationProblem; message?: string; why?: string } | undefined;

/** Prepares a command of an office; `run` says why it was not carried out. */
export function useAct<Variables extends Record<string, unknown>>(
  mutation: Parameters<typeof useCommand<ActAnswer, Variables>>[0],
) {
  const t = useT(messages);
  const command = useCommand<ActAnswer, Variables>(mutation);
  const run = async (variables: Variables): Promise<ActRefusal> => {
    const { data, problem } = await command.run(variables);
    if (!data) return { problem };
    const { done } = data;
    if (done.__typename === 'OfficeActDone') return undefined;
    const why = done.__typename === 'OfficeActRefused' ? done.why : 'NOT_FOUND';
    return { why, message: t(`org.refused-${why}`) };
  };
  return { run, running: command.running };
}
