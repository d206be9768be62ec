import { Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './desk.messages.json';

/** The longest reason the server keeps, in characters. */
export const longestReason = 1_000;

/** Gives what is wrong with a reason, or nothing. */
export function useReasonCheck(): (reason: string) => string | undefined {
  const t = useT(messages);
  return (reason) => {
    if (!reason.trim()) return t('desk.reason-missing');
    return reason.trim().length > longestReason ? t('desk.reason-long') : undefined;
  };
}

type ReasonFieldProps = {
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange: (words: string) => void;
};

/** Why something is done, in words. */
export function ReasonField({ onChange, ...rest }: ReasonFieldProps) {
  return <Textarea id="reason" {...rest} onChange={({ target }) => onChange(target.value)} />;
}
