import { Card, Details, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLookReason, useLookSentence } from '@heldwell/views';
import { AnswerForm } from './answer-form.tsx';
import type { DeskQuestion } from './desk-documents.ts';
import messages from './questions.messages.json';

/** One question: who asks, the line it is about, and the answer or the way to give it. */
export function QuestionCard({ question, onSent }: { question: DeskQuestion; onSent: () => void }) {
  const t = useT(messages);
  const format = useFormat();
  const sentence = useLookSentence()(question.entry);
  const { role, reason } = useLookReason()(question.entry);
  const { askedBy, askedAt, words, outcome, answer, answeredBy, answeredAt, viewerMayAnswer } = question;
  const { person, team } = question.entry;
  return (
    <Card heading={t('questions.from', { name: askedBy, date: format.dateTime(askedAt) })} headingLevel={3}>
      <SummaryList
        rows={[
          { key: t('questions.question'), value: <span className="hw-plain-text">{words}</span> },
          { key: t('questions.patient-saw'), value: sentence },
          { key: t('questions.when'), value: format.dateTime(question.entry.at) },
          { key: t('questions.who'), value: [person, team, role].filter(Boolean).join(', ') },
          { key: t('questions.why'), value: reason },
          ...(outcome ? [{ key: t('questions.outcome'), value: t(`questions.outcome-${outcome}`) }] : []),
          ...(answer
            ? [{ key: t('questions.words'), value: <span className="hw-plain-text">{answer}</span> }]
            : []),
        ]}
      />
      {outcome && answeredAt ? (
        <p className="hw-quiet">
          {t('questions.given', { name: answeredBy ?? '', date: format.dateTime(answeredAt) })}
        </p>
      ) : viewerMayAnswer ? (
        <Details summary={t('questions.answer-this')}>
          <AnswerForm question={question} onSent={onSent} />
        </Details>
      ) : (
        <p className="hw-quiet">{t('questions.own')}</p>
      )}
    </Card>
  );
}
