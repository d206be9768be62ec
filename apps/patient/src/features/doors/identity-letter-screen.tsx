import { UseLetter, useCommand, useScreenQuery } from '@heldwell/client';
import { Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import messages from './doors.messages.json';
import { IdentityQuery } from './identity-query.ts';
import { LetterFields, letterInput, useLetterForm } from './letter-fields.tsx';
import { Question } from './question.tsx';

type Done = 'opened' | 'matched';

/** Entering the codes of a letter while signed in: a check of who one is, and perhaps the record that waited. */
export function IdentityLetterScreen() {
  const t = useT(messages);
  const { run } = useCommand(UseLetter);
  const [done, setDone] = useState<Done | null>(null);
  const form = useLetterForm(null, async (typed) => {
    const { data, problem } = await run({ input: letterInput(typed) });
    const answer = data?.useLetter;
    if (!answer) return { problem };
    if (answer.__typename === 'SignedIn') setDone('opened');
    else if (answer.__typename === 'RecordsToMatch') setDone('matched');
    else if (answer.__typename === 'Under16') return { message: t('doors.letter-young') };
    else if (answer.__typename === 'TooManyAttempts')
      return { message: t('doors.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
    else return { message: t('doors.letter-refused') };
    return undefined;
  });
  if (done) return <LetterUsed done={done} />;
  return (
    <Question title={t('doors.identity-enter')} form={form} back="/more/identity">
      <SignedIn />
      <p>{t('doors.letter-why')}</p>
      <LetterFields form={form} />
    </Question>
  );
}

/** Leads to signing in whoever is not. */
function SignedIn() {
  const t = useT(messages);
  const answer = useScreenQuery(IdentityQuery, {});
  return (
    <MyRecord answer={answer} what={t('doors.what-identity')}>
      {() => null}
    </MyRecord>
  );
}

function LetterUsed({ done }: { done: Done }) {
  const t = useT(messages);
  const opened = done === 'opened';
  return (
    <Page
      title={t(opened ? 'doors.letter-used' : 'doors.matched')}
      panel={t(opened ? 'doors.letter-used-what' : 'doors.matched-what')}
    >
      <p>
        <Link to={opened ? '/sharing/check' : '/'}>{t('doors.to-record')}</Link>
      </p>
    </Page>
  );
}
