import { useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, ButtonLink, ErrorSummary, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './doors.messages.json';
import { CloseQuery, CloseRecord } from './identity-query.ts';

function Confirm({ record }: { record: string }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const navigate = useNavigate();
  const { run, running, problem } = useCommand(CloseRecord);
  const close = async () => {
    const { data } = await run({ input: { record } });
    if (data) void navigate('/', { replace: true });
  };
  return (
    <>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      <p>{t('doors.close-what')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('doors.close-sharing')}</li>
        <li>{t('doors.close-you')}</li>
        <li>{t('doors.close-feeds')}</li>
        <li>{t('doors.close-care')}</li>
      </ul>
      <p>{t('doors.close-kept')}</p>
      <div className="hw-stack">
        <Button type="button" variant="warning" busy={running} onClick={() => void close()}>
          {t(running ? 'doors.closing' : 'doors.close-do')}
        </Button>
        <ButtonLink variant="secondary" to="/more">
          {t('doors.close-not')}
        </ButtonLink>
      </div>
    </>
  );
}

/** Closing one's record: what it means, and once more yes. */
export function CloseScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(CloseQuery, {});
  return (
    <Page title={t('doors.close')} before={<BackLink to="/more" />}>
      <MyRecord answer={answer} what={t('doors.what-identity')}>
        {({ id }) => <Confirm record={id} />}
      </MyRecord>
    </Page>
  );
}
