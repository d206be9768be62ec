import { TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type CheckedForm, type Faults, type Refusal, useCheckedForm } from '@heldwell/views';
import messages from './doors.messages.json';

type Values = { email: string };

/** A form that asks for an e-mail address alone; what is sent has no blanks around it. */
export function useEmailForm(
  initial: string,
  send: (email: string) => Promise<Refusal<Values>>,
): CheckedForm<Values> {
  const t = useT(messages);
  return useCheckedForm<Values>({
    initial: { email: initial },
    check: ({ email }): Faults<Values> => {
      if (!email.trim()) return { email: t('doors.email-missing') };
      return /^\S+@\S+$/.test(email.trim()) ? {} : { email: t('doors.email-shape') };
    },
    send: ({ email }) => send(email.trim()),
  });
}

/** The address. */
export function EmailField({ form }: { form: CheckedForm<Values> }) {
  const t = useT(messages);
  return (
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
  );
}
