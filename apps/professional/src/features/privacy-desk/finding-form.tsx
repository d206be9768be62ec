import { Button, ErrorSummary, Radios, Textarea } from '@heldwell/ui';
import { type Faults, type Refusal, useCheckedForm } from '@heldwell/views';

/** What stands on the form, in words. */
export type FindingWords<O extends string> = {
  legend: string;
  outcomeOf: (outcome: O) => string;
  /** What else is to be done where this is what was found. */
  hints?: Partial<Record<O, string>>;
  outcomeMissing: string;
  label: string;
  hint: string;
  wordsMissing: string;
  wordsLong: string;
  send: string;
  sending: string;
};

type FindingFormProps<O extends string> = {
  /** Of what it is found: makes the fields of one form its own. */
  id: string;
  outcomes: readonly O[];
  words: FindingWords<O>;
  /** Most characters. */
  longest: number;
  /** Sends it; says why it was not kept. */
  onSend: (outcome: O, words: string) => Promise<Refusal<object>>;
};

/** What an officer found about one thing: an outcome, and words. */
export function FindingForm<O extends string>(props: FindingFormProps<O>) {
  const { id, outcomes, words, longest, onSend } = props;
  type Values = { outcome: O | null; words: string };
  const ids = { outcome: `outcome-${id}`, words: `words-${id}` };
  const form = useCheckedForm<Values>({
    initial: { outcome: null, words: '' },
    ids,
    check: ({ outcome, words: said }) => {
      const faults: Faults<Values> = {};
      if (!outcome) faults.outcome = words.outcomeMissing;
      if (!said.trim()) faults.words = words.wordsMissing;
      else if (said.trim().length > longest) faults.words = words.wordsLong;
      return faults;
    },
    send: ({ outcome, words: said }) => (outcome ? onSend(outcome, said.trim()) : Promise.resolve(undefined)),
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id={ids.outcome}
        legend={words.legend}
        legendSize="s"
        error={form.faultOf('outcome')}
        items={outcomes.map((value) => ({
          value,
          label: words.outcomeOf(value),
          ...(words.hints?.[value] && { hint: words.hints[value] }),
        }))}
        value={form.values.outcome}
        onChange={({ target }) => form.set('outcome', outcomes.find((one) => one === target.value) ?? null)}
      />
      <Textarea
        id={ids.words}
        label={words.label}
        hint={words.hint}
        error={form.faultOf('words')}
        value={form.values.words}
        onChange={({ target }) => form.set('words', target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {form.sending ? words.sending : words.send}
      </Button>
    </form>
  );
}
