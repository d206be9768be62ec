import { useT } from '@heldwell/ui/i18n';
import messages from './security.messages.json';

const shortest = 12;
const longest = 128;

/** What is wrong with a new password before it is sent; undefined when nothing is. Common ones the server refuses. */
export function useNewPasswordFault(): (password: string) => string | undefined {
  const t = useT(messages);
  return (password) => {
    if (!password) return t('security.password-new-missing');
    const { length } = [...password.normalize('NFKC')];
    if (length < shortest) return t('security.password-short');
    return length > longest ? t('security.password-long') : undefined;
  };
}
