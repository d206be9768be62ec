import type { PrivacyLabelName } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ShownEnd, useEndWords, useLabelName } from '@heldwell/views';
import messages from './give.messages.json';
import type { JustDone } from './just-done.tsx';

type Given = { id: string; version: number } & ShownEnd;

/** The address of the receipt of one version of a grant. */
export const receiptPath = (grant: string, version: number): string => `/sharing/receipt/${grant}/${version}`;

/** Gives what the page after says: who now sees what, until when, and where its receipt is. */
export function useGivenWords() {
  const t = useT(messages);
  const endOf = useEndWords();
  const nameOf = useLabelName();
  return (name: string, labels: readonly PrivacyLabelName[], grant: Given): JustDone => {
    const words = { name, labels: labels.map(nameOf).join(', ') };
    const until = endOf(grant, true);
    const done = until ? t('give.given-until', { ...words, until }) : t('give.given', words);
    return { done, receipt: receiptPath(grant.id, grant.version) };
  };
}

/** The address of the receipt of a stop of all sharing. */
export const stopReceiptPath = (stoppedAt: string): string =>
  `/sharing/stopped/${encodeURIComponent(stoppedAt)}`;
