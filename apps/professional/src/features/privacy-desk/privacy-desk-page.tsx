import { EmptyState, Heading, LiveRegion, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, usePages } from '@heldwell/views';
import { useState } from 'react';
import messages from './privacy-desk.messages.json';
import { AccessQuestionsQuery } from './privacy-desk-documents.ts';
import { QuestionCard } from './question-card.tsx';

const never = [] as const;

function Questions({ waiting, onSent }: { waiting: boolean; onSent: (name: string) => void }) {
  const t = useT(messages);
  const pages = usePages({
    query: AccessQuestionsQuery,
    variables: { waiting },
    pick: (data) => data.accessQuestions,
    on: never,
  });
  return (
    <Answer to={pages.query} what={t('desk.what')}>
      {() =>
        pages.rows.length === 0 ? (
          <EmptyState heading={t(waiting ? 'desk.none' : 'desk.none-answered')}>
            {waiting && <p>{t('desk.none-text')}</p>}
          </EmptyState>
        ) : (
          <>
            {pages.rows.map((question) => (
              <QuestionCard key={question.id} question={question} onSent={() => onSent(question.askedBy)} />
            ))}
            <MoreRows pages={pages} what={t('desk.what')} />
          </>
        )
      }
    </Answer>
  );
}

/** Questions of patients about who looked, for the privacy officer of the organisations named. */
export function PrivacyDeskPage({ offices }: { offices: readonly { name: string }[] }) {
  const t = useT(messages);
  const [sent, setSent] = useState({ message: '', turn: 0 });
  if (offices.length === 0) {
    return (
      <Page title={t('desk.title')} caption={t('desk.caption')}>
        <EmptyState heading={t('desk.no-office')}>
          <p>{t('desk.no-office-text')}</p>
        </EmptyState>
      </Page>
    );
  }
  const told = (name: string) =>
    setSent(({ turn }) => ({ message: t('desk.sent', { name }), turn: turn + 1 }));
  return (
    <Page title={t('desk.title')} caption={offices.map(({ name }) => name).join(', ')}>
      <p>{t('desk.intro')}</p>
      <LiveRegion message={sent.message} turn={sent.turn} />
      <Heading level={2}>{t('desk.waiting')}</Heading>
      <Questions waiting onSent={told} />
      <Heading level={2}>{t('desk.answered')}</Heading>
      <Questions waiting={false} onSent={told} />
    </Page>
  );
}
