import { CheckEmailCode, SendEmailCode, useCommand } from '@heldwell/client';
import { Details, Link, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm, useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import messages from './doors.messages.json';
import { EmailField, useEmailForm } from './email-field.tsx';
import { Question } from './question.tsx';
import type { StepProps } from './said.ts';

const minutesOf = (seconds: number) => ({ minutes: Math.ceil(seconds / 60) });

/** Asks for the e-mail address, and has a code sent to it. Known and new addresses are answered alike. */
export function EmailStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const { run } = useCommand(SendEmailCode);
  const form = useEmailForm(said.email, async (email) => {
    const { data, problem } = await run({ email });
    const answer = data?.sendEmailCode;
    if (!answer) return { problem };
    if (answer.__typename === 'NoMailsHere') return { message: t('doors.email-none') };
    if (answer.__typename === 'TooManyAttempts')
      return { message: t('doors.too-many', minutesOf(answer.retryAfterSeconds)) };
    onSaid({ email, ticket: answer.ticket, code: '' });
    return undefined;
  });
  const shared = (
    <Details summary={t('doors.email-shared')}>
      <p>{t('doors.email-shared-why')}</p>
      <p>{t('doors.email-shared-carer')}</p>
    </Details>
  );
  return (
    <Question title={t('doors.email')} form={form} back={back} action={t('doors.email-send')} after={shared}>
      <p>{t('doors.email-why')}</p>
      <EmailField form={form} />
    </Question>
  );
}

/** Asks for the code that was sent. */
export function CodeStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const { run } = useCommand(CheckEmailCode);
  const { email, ticket } = said;
  const form = useCheckedForm<{ code: string }>({
    initial: { code: said.code },
    check: ({ code }) => (/^\D*(\d\D*){6}$/.test(code) ? {} : { code: t('doors.code-missing') }),
    send: async ({ code }) => {
      const { data, problem } = await run({ input: { email, ticket: ticket ?? '', code } });
      const answer = data?.checkEmailCode;
      if (!answer) return { problem };
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('doors.too-many', minutesOf(answer.retryAfterSeconds)) };
      if (answer.__typename === 'EmailCodeWrong') return { faults: { code: t('doors.code-wrong') } };
      onSaid({ code });
      return undefined;
    },
  });
  return (
    <Question title={t('doors.code')} form={form} back={back} after={<NoCode {...{ said, onSaid, back }} />}>
      <p>{t('doors.code-sent', { email })}</p>
      <TextInput
        id="code"
        label={t('doors.code-label')}
        code
        width={10}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={form.values.code}
        error={form.faultOf('code')}
        onChange={(event) => form.set('code', event.target.value)}
      />
    </Question>
  );
}

/** Nothing came: what that may mean, another code, another address. `onSaid` without a code stays on the page. */
function NoCode({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(SendEmailCode);
  const [words, setWords] = useState('');
  const again = async () => {
    const { data } = await run({ email: said.email });
    const answer = data?.sendEmailCode;
    if (answer?.__typename === 'EmailCodeSent') {
      onSaid({ ticket: answer.ticket });
      setWords(t('doors.code-again-sent'));
    } else if (answer?.__typename === 'TooManyAttempts')
      setWords(t('doors.too-many', minutesOf(answer.retryAfterSeconds)));
  };
  return (
    <Details summary={t('doors.code-none')}>
      <p>{t('doors.code-none-why', { email: said.email })}</p>
      <p>
        <Link to="/sign-in">{t('doors.to-sign-in')}</Link>
      </p>
      <p>
        <button
          type="button"
          className="nhsuk-link hw-link-button"
          aria-disabled={running || undefined}
          onClick={() => void again()}
        >
          {t('doors.code-again')}
        </button>
      </p>
      <p>
        <Link to={back}>{t('doors.code-other')}</Link>
      </p>
      <p role="status">{problem ? wordsOf(problem) : words}</p>
    </Details>
  );
}
