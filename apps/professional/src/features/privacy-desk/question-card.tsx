import { Card, Details, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLookReason, useLookSentence } from '@heldwell/views';
import { AnswerForm } from './answer-form.tsx';
import messages from './privacy-desk.messages.json';
import type { DeskQuestion } from './privacy-desk-documents.ts';

/** One question: who asks, the line it is about, and the answer or the way to give it. */
export function QuestionCard({ question, onSent }: { question: DeskQuestion; onSent: () => void }) {
  const t = useT(messages);
  const format = useFormat();
  const sentence = useLookSentence()(question.entry);
  const { role, reason } = useLookReason()(question.entry);
  const { askedBy, askedAt, words, outcome, answer, answeredBy, answeredAt } = question;
  const { person, team } = question.entry;
  return (
    <Card heading={t('desk.from', { name: askedBy, date: format.dateTime(askedAt) })} headingLevel={3}>
      <SummaryList
        rows={[
          { key: t('desk.question'), value: <span className="hw-plain-text">{words}</span> },
          { key: t('desk.patient-saw'), value: sentence },
          { key: t('desk.when'), value: format.dateTime(question.entry.at) },
          { key: t('desk.who'), value: [person, team, role].filter(Boolean).join(', ') },
          { key: t('desk.why'), value: reason },
          ...(outcome ? [{ key: t('desk.outcome'), value: t(`desk.outcome-${outcome}`) }] : []),
          ...(answer
            ? [{ key: t('desk.words'), value: <span className="hw-plain-text">{answer}</span> }]
            : []),
        ]}
      />
      {outcome && answeredAt ? (
        <p className="hw-quiet">
          {t('desk.given', { name: answeredBy ?? '', date: format.dateTime(answeredAt) })}
        </p>
      ) : (
        <Details summary={t('desk.answer-this')}>
          <AnswerForm question={question} onSent={onSent} />
        </Details>
      )}
    </Card>
  );
}
