import type { OperationProblem, ScreenQuery } from '@heldwell/client';
import { ErrorState, InsetText, Loading } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import messages from './answer.messages.json';

const words = {
  signedOut: 'answer.signed-out',
  confirmFirst: 'answer.confirm-first',
  offline: 'answer.offline',
  notFound: 'answer.broken',
  forbidden: 'answer.forbidden',
  badInput: 'answer.broken',
  tooMany: 'answer.too-many',
  broken: 'answer.broken',
} as const;

/** What went wrong in place of `what` ("your messages"), with one "Try again" where that can help. */
export function ProblemState({
  problem,
  what,
  retry,
}: {
  problem: OperationProblem;
  what: string;
  retry?: () => void;
}) {
  const t = useT(messages);
  const canHelp = problem.kind !== 'signedOut' && problem.kind !== 'forbidden';
  return (
    <ErrorState
      what={t(words[problem.kind], { what })}
      retry={canHelp ? retry : undefined}
      failedAgain={problem.again}
      reference={problem.reference}
    />
  );
}

type AnswerProps<Data> = {
  to: ScreenQuery<Data>;
  /** What is asked for, as it stands in a sentence: "your messages". */
  what: string;
  children: (data: Data) => ReactNode;
};

/**
 * Shows the answer to a screen's question, or that it is on its way, or what went wrong. What is already there stays
 * on screen while it is asked for again, with a notice when that failed.
 */
export function Answer<Data>({ to, what, children }: AnswerProps<Data>) {
  const t = useT(messages);
  if (to.data !== undefined) {
    return (
      <>
        {to.problem && (
          <InsetText>
            <p>{t('answer.old')}</p>
          </InsetText>
        )}
        {children(to.data)}
      </>
    );
  }
  if (to.problem && !to.asking) return <ProblemState problem={to.problem} what={what} retry={to.refresh} />;
  return <Loading what={t('answer.loading', { what })} />;
}
