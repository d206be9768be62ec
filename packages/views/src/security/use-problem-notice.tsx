import type { OperationProblem } from '@heldwell/client';
import { ErrorSummary } from '@heldwell/ui';
import { type ReactNode, useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';

/** Says above a page that something a button did went wrong; `tell` with nothing takes it away. */
export function useProblemNotice(): { notice: ReactNode; tell: (problem?: OperationProblem) => void } {
  const wordsOf = useProblemWords();
  const [said, setSaid] = useState<{ problem?: OperationProblem; attempt: number }>({ attempt: 0 });
  return {
    notice: said.problem && (
      <ErrorSummary errors={[{ message: wordsOf(said.problem) }]} attempt={said.attempt} />
    ),
    tell: (problem) => setSaid(({ attempt }) => ({ problem, attempt: attempt + 1 })),
  };
}
