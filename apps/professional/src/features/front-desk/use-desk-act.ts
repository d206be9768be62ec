import { type OperationProblem, type ResultOf, useCommand } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import messages from './front-desk.messages.json';
import type { Vouch } from './front-desk-documents.ts';

/** What every command of the front desk answers. */
type DeskAnswer = ResultOf<typeof Vouch>;

/** Prepares a command of the front desk; `run` says why it was not carried out. */
export function useDeskAct<Variables extends Record<string, unknown>>(
  mutation: Parameters<typeof useCommand<DeskAnswer, Variables>>[0],
) {
  const t = useT(messages);
  const command = useCommand<DeskAnswer, Variables>(mutation);
  return async (
    variables: Variables,
  ): Promise<{ problem?: OperationProblem; message?: string } | undefined> => {
    const { data, problem } = await command.run(variables);
    if (!data) return { problem };
    const { done } = data;
    if (done.__typename === 'FrontDeskDone') return undefined;
    return { message: t(`join.refused-${done.__typename === 'FrontDeskRefused' ? done.why : 'NOT_FOUND'}`) };
  };
}
