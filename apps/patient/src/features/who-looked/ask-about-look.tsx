import { useCommand } from '@heldwell/client';
import { Button, Details, ErrorSummary, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm, useLookSentence } from '@heldwell/views';
import { useState } from 'react';
import messages from './who-looked.messages.json';
import { type Look, QuestionAccess } from './who-looked-query.ts';

const most = 2_000;

/** Asks the privacy officer about an entry the patient does not recognise. */
export function AskAboutLook({ look }: { look: Look }) {
  const t = useT(messages);
  const { run } = useCommand(QuestionAccess);
  const [commandId] = useState(() => crypto.randomUUID());
  const sentence = useLookSentence()(look);
  const id = `question-${look.id}`;
  const form = useCheckedForm<{ words: string }>({
    initial: { words: '' },
    ids: { words: id },
    check: ({ words }): { words?: string } => {
      if (!words.trim()) return { words: t('who.ask-missing') };
      return words.trim().length > most ? { words: t('who.ask-long') } : {};
    },
    send: async ({ words }) => {
      const { data, problem } = await run({ input: { id: commandId, entry: look.id, words: words.trim() } });
      if (!data) return { problem };
      if (data.questionAccess.__typename === 'NotFound') return { message: data.questionAccess.message };
      return undefined;
    },
  });
  const summary = (
    <>
      {t('who.dont-know')}
      <span className="nhsuk-u-visually-hidden">{`: ${sentence}`}</span>
    </>
  );
  return (
    <Details summary={summary}>
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('who.ask-what', { organisation: look.organisation ?? '' })}</p>
        <Textarea
          id={id}
          label={t('who.ask-label')}
          hint={t('who.ask-hint')}
          error={form.faultOf('words')}
          value={form.values.words}
          onChange={({ target }) => form.set('words', target.value)}
        />
        <Button type="submit" busy={form.sending} variant="secondary">
          {t(form.sending ? 'who.asking' : 'who.ask')}
        </Button>
      </form>
    </Details>
  );
}
