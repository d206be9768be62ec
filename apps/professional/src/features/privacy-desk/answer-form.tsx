import { useCommand } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import { AnswerAccessQuestion } from './desk-commands.ts';
import type { DeskQuestion } from './desk-documents.ts';
import { FindingForm } from './finding-form.tsx';
import messages from './questions.messages.json';

const outcomes = ['RIGHT', 'WRONG', 'UNCLEAR'] as const;

/** What was found, and the words the patient reads. */
export function AnswerForm({ question, onSent }: { question: DeskQuestion; onSent: () => void }) {
  const t = useT(messages);
  const { run } = useCommand(AnswerAccessQuestion);
  const send = async (outcome: (typeof outcomes)[number], answer: string) => {
    const { data, problem } = await run({ input: { question: question.id, outcome, answer } });
    if (!data) return { problem };
    const { answerAccessQuestion: answered } = data;
    if (answered.__typename === 'NotFound') return { message: answered.message };
    onSent();
    return undefined;
  };
  return (
    <FindingForm
      id={question.id}
      outcomes={outcomes}
      longest={4_000}
      onSend={send}
      words={{
        legend: t('questions.outcome'),
        outcomeOf: (outcome) => t(`questions.outcome-${outcome}`),
        hints: { WRONG: t('questions.outcome-WRONG-hint') },
        outcomeMissing: t('questions.outcome-missing'),
        label: t('questions.words'),
        hint: t('questions.words-hint'),
        wordsMissing: t('questions.words-missing'),
        wordsLong: t('questions.words-long'),
        send: t('questions.send'),
        sending: t('questions.sending'),
      }}
    />
  );
}
