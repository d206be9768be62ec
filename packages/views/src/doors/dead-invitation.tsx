import { AskForNewLink, useCommand } from '@heldwell/client';
import { Button, InsetText, Link, Page } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import messages from './doors.messages.json';

/** A link that opens nothing: what may have happened, and a new one to the address it went to. */
export function DeadInvitation({ code }: { code: string }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(AskForNewLink);
  const [answer, setAnswer] = useState<boolean | null>(null);
  const ask = async () => {
    const { data } = await run({ code });
    if (data) setAnswer(data.askForNewLink);
  };
  const signIn = (words: string) => <Link to="/sign-in">{words}</Link>;
  return (
    <Page title={t('door.unusable')}>
      <p>{t('door.unusable-why')}</p>
      <p>
        <Rich text={t('door.used')} parts={{ link: signIn }} />
      </p>
      <div role="status">
        {answer !== null && (
          <InsetText>
            <p>{t(answer ? 'door.new-link-sent' : 'door.new-link-none')}</p>
            {answer && <p>{t('door.new-link-else')}</p>}
          </InsetText>
        )}
        {problem && <p>{wordsOf(problem)}</p>}
      </div>
      {answer === null && (
        <>
          <p>{t('door.new-link-what')}</p>
          <Button type="button" busy={running} onClick={() => void ask()}>
            {t(running ? 'door.new-link-sending' : 'door.new-link')}
          </Button>
        </>
      )}
    </Page>
  );
}
