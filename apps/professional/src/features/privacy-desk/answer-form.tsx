import { useCommand } from '@heldwell/client';
import { Button, ErrorSummary, Radios, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, useCheckedForm } from '@heldwell/views';
import { AnswerAccessQuestion } from './desk-commands.ts';
import type { DeskQuestion } from './desk-documents.ts';
import messages from './questions.messages.json';

const outcomes = ['RIGHT', 'WRONG', 'UNCLEAR'] as const;
type Outcome = (typeof outcomes)[number];
type Values = { outcome: Outcome | null; answer: string };

const most = 4_000;

/** What was found, and the words the patient reads. */
export function AnswerForm({ question, onSent }: { question: DeskQuestion; onSent: () => void }) {
  const t = useT(messages);
  const { run } = useCommand(AnswerAccessQuestion);
  const ids = { outcome: `outcome-${question.id}`, answer: `answer-${question.id}` };
  const form = useCheckedForm<Values>({
    initial: { outcome: null, answer: '' },
    ids,
    check: ({ outcome, answer }) => {
      const faults: Faults<Values> = {};
      if (!outcome) faults.outcome = t('questions.outcome-missing');
      if (!answer.trim()) faults.answer = t('questions.words-missing');
      else if (answer.trim().length > most) faults.answer = t('questions.words-long');
      return faults;
    },
    send: async ({ outcome, answer }) => {
      if (!outcome) return undefined;
      const { data, problem } = await run({
        input: { question: question.id, outcome, answer: answer.trim() },
      });
      if (!data) return { problem };
      if (data.answerAccessQuestion.__typename === 'NotFound')
        return { message: data.answerAccessQuestion.message };
      onSent();
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id={ids.outcome}
        legend={t('questions.outcome')}
        legendSize="s"
        error={form.faultOf('outcome')}
        items={outcomes.map((value) => ({
          value,
          label: t(`questions.outcome-${value}`),
          ...(value === 'WRONG' && { hint: t('questions.outcome-WRONG-hint') }),
        }))}
        value={form.values.outcome}
        onChange={({ target }) => form.set('outcome', outcomes.find((one) => one === target.value) ?? null)}
      />
      <Textarea
        id={ids.answer}
        label={t('questions.words')}
        hint={t('questions.words-hint')}
        error={form.faultOf('answer')}
        value={form.values.answer}
        onChange={({ target }) => form.set('answer', target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'questions.sending' : 'questions.send')}
      </Button>
    </form>
  );
}
