import { useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, EmptyState, ErrorSummary, InsetText, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import messages from './front-desk.messages.json';
import { type Letter, type Letterhead, MakeLetters, TakingUpQuery } from './front-desk-documents.ts';
import type { JoiningPlace } from './joining-place.ts';
import { LetterSheets } from './letter-sheets.tsx';

const never = [] as const;

type Made = { letterhead: Letterhead; letters: readonly Letter[] };

/** Makes a letter to take the record up, and shows it to print: its codes are nowhere else. */
export function LetterPage({ team, record, path, name }: JoiningPlace) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const query = useScreenQuery(TakingUpQuery, { id: record.id }, { on: never });
  // The screen keeps what was made: asking again would make another.
  const { run, running } = useCommand(MakeLetters, { mergedByScreen: true });
  const [made, setMade] = useState<Made | null>();
  const [refused, setRefused] = useState({ words: '', attempt: 0 });
  const make = async () => {
    const { data, problem } = await run({ input: { team, records: [record.id] } });
    if (problem) setRefused(({ attempt }) => ({ words: wordsOf(problem), attempt: attempt + 1 }));
    else setMade(data.done && data.done.letters.length > 0 ? data.done : null);
  };
  return (
    <Page
      title={t('join.letter')}
      section={name}
      before={<BackLink to={`${path}/joining`}>{t('join.back')}</BackLink>}
    >
      <ErrorSummary errors={refused.words ? [{ message: refused.words }] : []} attempt={refused.attempt} />
      {made === undefined && (
        <Answer to={query} what={t('join.what')}>
          {({ record: found }) => (
            <>
              <p>{t('letter.text')}</p>
              {!found?.address && (
                <InsetText>
                  <p>{t('letter.no-address')}</p>
                </InsetText>
              )}
              <Button type="button" busy={running} onClick={() => void make()}>
                {t(running ? 'letter.making' : 'letter.make')}
              </Button>
            </>
          )}
        </Answer>
      )}
      {made === null && (
        <EmptyState heading={t('letter.none')}>
          <p>{t('letter.none-text')}</p>
        </EmptyState>
      )}
      {made && (
        <>
          <p className="console-no-print" role="status">
            {t('letter.once')}
          </p>
          <LetterSheets head={made.letterhead} letters={made.letters} />
        </>
      )}
    </Page>
  );
}
