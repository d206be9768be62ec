import { Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './ask-access.messages.json';

type AskReasonProps = { value: string; error: string | undefined; onChange: (words: string) => void };

/** Why somebody asks, in words that the patient reads. */
export function AskReason({ value, error, onChange }: AskReasonProps) {
  const t = useT(messages);
  return (
    <Textarea
      id="reason"
      label={t('ask.reason')}
      hint={t('ask.reason-hint')}
      rows={3}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
