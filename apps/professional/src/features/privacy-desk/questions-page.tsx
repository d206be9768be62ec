import { EmptyState, Heading, LiveRegion, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import desk from './desk.messages.json';
import { DeskQuestionsQuery } from './desk-documents.ts';
import { useDeskPlace } from './desk-layout.tsx';
import { QuestionCard } from './question-card.tsx';
import messages from './questions.messages.json';

const words = { ...desk, ...messages };
const never = [] as const;

function useQuestions(waiting: boolean) {
  const { office } = useDeskPlace();
  return usePages({
    query: DeskQuestionsQuery,
    variables: { office: office.id, waiting },
    pick: (data) => data.privacyDesk?.questions,
    on: never,
  });
}

type QuestionsProps = {
  pages: ReturnType<typeof useQuestions>;
  none: ReactNode;
  onSent: (name: string) => void;
};

function Questions({ pages, none, onSent }: QuestionsProps) {
  const t = useT(words);
  return (
    <Answer to={pages.query} what={t('questions.what')}>
      {() =>
        pages.rows.length === 0 ? (
          none
        ) : (
          <>
            {pages.rows.map((question) => (
              <QuestionCard key={question.id} question={question} onSent={() => onSent(question.askedBy)} />
            ))}
            <MoreRows pages={pages} what={t('questions.what')} />
          </>
        )
      }
    </Answer>
  );
}

/** Questions of patients about who looked, for the privacy officer. */
export function QuestionsPage() {
  const t = useT(words);
  const { office } = useDeskPlace();
  const [sent, setSent] = useState({ message: '', turn: 0 });
  // What was answered waits for what is waiting: one problem is said once.
  const waiting = useQuestions(true);
  const answered = useQuestions(false);
  const told = (name: string) =>
    setSent(({ turn }) => ({ message: t('questions.sent', { name }), turn: turn + 1 }));
  return (
    <Page title={t('questions.title')} section={t('desk.title')} caption={office.name}>
      <p>{t('questions.intro')}</p>
      <LiveRegion message={sent.message} turn={sent.turn} />
      <Heading level={2}>{t('questions.waiting')}</Heading>
      <Questions
        pages={waiting}
        onSent={told}
        none={
          <EmptyState heading={t('questions.none')}>
            <p>{t('questions.none-text')}</p>
          </EmptyState>
        }
      />
      {waiting.query.data !== undefined && (
        <>
          <Heading level={2}>{t('questions.answered')}</Heading>
          <Questions
            pages={answered}
            onSent={told}
            none={<EmptyState heading={t('questions.none-answered')} />}
          />
        </>
      )}
    </Page>
  );
}
