import { InsetText, Tag, type TagColour, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './who-looked.messages.json';
import type { Look } from './who-looked-query.ts';

type Question = NonNullable<Look['question']>;

const colours: Record<NonNullable<Question['outcome']>, TagColour> = {
  RIGHT: 'green',
  WRONG: 'red',
  UNCLEAR: 'yellow',
};

/** What was asked about an entry, and what came of it. */
export function QuestionState({ question }: { question: Question }) {
  const t = useT(messages);
  const format = useFormat();
  const { outcome, organisation, answer, answeredBy, answeredAt } = question;
  return (
    <InsetText>
      <p>
        <Tag colour={outcome ? colours[outcome] : 'blue'}>{t(`who.state-${outcome ?? 'waiting'}`)}</Tag>
      </p>
      <p>
        {t('who.asked', { date: format.date(question.askedAt) })}
        <br />
        {t('who.your-words', { words: question.words ?? '' })}
      </p>
      {outcome && answeredAt ? (
        <>
          <p>
            {t('who.answered', {
              person: answeredBy ?? '',
              organisation,
              date: format.date(answeredAt),
            })}
          </p>
          <p>
            <strong>{t(`who.outcome-${outcome}`)}</strong>
          </p>
          <p className="hw-plain-text">{answer}</p>
        </>
      ) : (
        <p>{t('who.waiting', { organisation })}</p>
      )}
    </InsetText>
  );
}
