import { TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import messages from './doors.messages.json';
import { Question } from './question.tsx';
import type { StepProps } from './said.ts';

/** Asks for the e-mail address where no mails are sent, so that none can prove it. */
export function EmailOnlyStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const form = useCheckedForm<{ email: string }>({
    initial: { email: said.email },
    check: ({ email }) => {
      if (!email.trim()) return { email: t('doors.email-missing') };
      return /^\S+@\S+$/.test(email.trim()) ? {} : { email: t('doors.email-shape') };
    },
    send: async ({ email }) => {
      onSaid({ email: email.trim() });
      return undefined;
    },
  });
  return (
    <Question title={t('doors.email')} form={form} back={back}>
      <TextInput
        id="email"
        label={t('doors.email-label')}
        type="email"
        autoComplete="email"
        spellCheck={false}
        value={form.values.email}
        error={form.faultOf('email')}
        onChange={(event) => form.set('email', event.target.value)}
      />
    </Question>
  );
}
