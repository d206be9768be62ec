import { graphql, mergedByScreen, useCommand } from '@heldwell/client';
import { BackLink, Button, ButtonLink, ErrorSummary, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import messages from './access.messages.json';

const LeaveRecord = graphql(`
  mutation LeaveRecord($input: LeaveRecordInput!) { leaveRecord(input: $input) }
`);

type LeavePageProps = { record: string; name: string; path: string; onLeft: () => void };

/** A pause before giving up the role, since only a new invitation brings it back. */
export function LeavePage({ record, name, path, onLeft }: LeavePageProps) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running } = useCommand(LeaveRecord, mergedByScreen);
  const [problem, setProblem] = useState<{ message: string; attempt: number }>();
  const leave = async () => {
    const outcome = await run({ input: { record } });
    if (outcome.data) return onLeft();
    setProblem((last) => ({ message: wordsOf(outcome.problem), attempt: (last?.attempt ?? 0) + 1 }));
  };
  return (
    <Page
      title={t('leave.title', { name })}
      section={name}
      hasErrors={problem !== undefined}
      before={<BackLink to={`${path}/access`}>{t('leave.back')}</BackLink>}
    >
      {problem && <ErrorSummary errors={[{ message: problem.message }]} attempt={problem.attempt} />}
      <p>{t('leave.means', { name })}</p>
      <p>{t('leave.kept')}</p>
      <p>{t('leave.again')}</p>
      <div className="hw-row">
        <Button type="button" variant="warning" busy={running} onClick={() => void leave()}>
          {running ? t('leave.going') : t('leave.go')}
        </Button>
        <ButtonLink variant="secondary" to={path}>
          {t('leave.stay')}
        </ButtonLink>
      </div>
    </Page>
  );
}
