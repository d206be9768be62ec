import { graphql, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, EmptyState, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import messages from './my-record.messages.json';

const StateQuery = graphql('query RecordState { viewer { recordState recordClosedBy } }');
const ReopenRecord = graphql('mutation ReopenRecord { reopenRecord }');

/** Nobody's record is open: closed by its person, who may open it again, or there is none. */
export function NoRecord() {
  const t = useT(messages);
  const viewer = useScreenQuery(StateQuery, {}).data?.viewer;
  const state = viewer?.recordState;
  if (state === 'DEREGISTERED') return <Closed by={viewer?.recordClosedBy ?? null} />;
  if (state === 'DECEASED')
    return (
      <EmptyState heading={t('my-record.deceased')}>
        <p>{t('my-record.deceased-why')}</p>
      </EmptyState>
    );
  return (
    <EmptyState heading={t('my-record.none')}>
      <p>{t('my-record.none-why')}</p>
    </EmptyState>
  );
}

/** `by` is the team that closed it, where that was asked for in writing. */
function Closed({ by }: { by: string | null }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(ReopenRecord);
  return (
    <EmptyState heading={by ? t('my-record.closed-by', { team: by }) : t('my-record.closed')}>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      {by && <p>{t('my-record.closed-by-why')}</p>}
      <p>{t('my-record.closed-why')}</p>
      <Button type="button" busy={running} onClick={() => void run({})}>
        {t('my-record.open-again')}
      </Button>
    </EmptyState>
  );
}
