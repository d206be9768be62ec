import { PasswordInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Refusal, useCheckedForm } from '@heldwell/views';
import messages from './doors.messages.json';
import { Question } from './question.tsx';

const SHORTEST = 12;
const LONGEST = 128;

export type PasswordRefusal = Refusal<{ password: string }>;

type PasswordStepProps = {
  initial: string;
  back: string;
  action?: string;
  /** What is wrong with it, where the server says so. */
  send: (password: string) => Promise<PasswordRefusal>;
};

/** Asks for a new password. */
export function PasswordStep({ initial, back, action, send }: PasswordStepProps) {
  const t = useT(messages);
  const form = useCheckedForm<{ password: string }>({
    initial: { password: initial },
    check: ({ password }) => {
      if (!password) return { password: t('doors.password-missing') };
      if (password.length < SHORTEST) return { password: t('doors.password-short') };
      return password.length > LONGEST ? { password: t('doors.password-long') } : {};
    },
    send: ({ password }) => send(password),
  });
  return (
    <Question title={t('doors.password')} form={form} back={back} action={action}>
      <PasswordInput
        id="password"
        label={t('doors.password-label')}
        hint={t('doors.password-hint')}
        autoComplete="new-password"
        value={form.values.password}
        error={form.faultOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
    </Question>
  );
}
