import { EmptyState, Heading, LiveRegion, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import { useState } from 'react';
import desk from './desk.messages.json';
import { DeskQuestionsQuery } from './desk-documents.ts';
import { useDeskPlace } from './desk-layout.tsx';
import { QuestionCard } from './question-card.tsx';
import messages from './questions.messages.json';

const words = { ...desk, ...messages };
const never = [] as const;

function Questions({ waiting, onSent }: { waiting: boolean; onSent: (name: string) => void }) {
  const t = useT(messages);
  const { office } = useDeskPlace();
  const pages = usePages({
    query: DeskQuestionsQuery,
    variables: { office: office.id, waiting },
    pick: (data) => data.privacyDesk?.questions,
    on: never,
  });
  return (
    <Answer to={pages.query} what={t('questions.what')}>
      {() =>
        pages.rows.length === 0 ? (
          <EmptyState heading={t(waiting ? 'questions.none' : 'questions.none-answered')}>
            {waiting && <p>{t('questions.none-text')}</p>}
          </EmptyState>
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
  const told = (name: string) =>
    setSent(({ turn }) => ({ message: t('questions.sent', { name }), turn: turn + 1 }));
  return (
    <Page title={t('questions.title')} section={t('desk.title')} caption={office.name}>
      <p>{t('questions.intro')}</p>
      <LiveRegion message={sent.message} turn={sent.turn} />
      <Heading level={2}>{t('questions.waiting')}</Heading>
      <Questions waiting onSent={told} />
      <Heading level={2}>{t('questions.answered')}</Heading>
      <Questions waiting={false} onSent={told} />
    </Page>
  );
}
