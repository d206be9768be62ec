import { useT } from '@heldwell/ui/i18n';
import messages from './doors.messages.json';
import { EmailField, useEmailForm } from './email-field.tsx';
import { Question } from './question.tsx';
import type { StepProps } from './said.ts';

/** Asks for the e-mail address where no mails are sent, so that none can prove it. */
export function EmailOnlyStep({ said, onSaid, back }: StepProps) {
  const t = useT(messages);
  const form = useEmailForm(said.email, async (email) => {
    onSaid({ email });
    return undefined;
  });
  return (
    <Question title={t('doors.email')} form={form} back={back}>
      <EmailField form={form} />
    </Question>
  );
}
