import { useCommand } from '@heldwell/client';
import { Button, Dialog, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useProblemWords } from '@heldwell/views';
import { useState } from 'react';
import type { JustDone } from './just-done.tsx';
import messages from './sharing.messages.json';
import { type MyGrant, StopSharing } from './sharing-query.ts';
import { receiptPath, useRefusedWords } from './use-given-words.ts';

type StopDialogProps = {
  grant: MyGrant | null;
  onClose: () => void;
  onStopped: (just: JustDone) => void;
};

const keepsOwnWords = ['CARER', 'PROFESSIONAL', 'APP'];

/** Asks once more before access ends, and says what stays with the other side. */
export function StopDialog({ grant, onClose, onStopped }: StopDialogProps) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const refusedWords = useRefusedWords();
  const { run, running, problem } = useCommand(StopSharing);
  const [refused, setRefused] = useState<string | null>(null);
  if (!grant) return null;
  const { name, kind } = grant.grantee;
  const title = grant.entry?.title;
  const keeps = keepsOwnWords.includes(kind) ? 'sharing.stop-carer-keeps' : 'sharing.stop-team-keeps';
  const stop = async () => {
    const { data } = await run({ input: { grant: grant.id } });
    if (!data) return;
    const answer = data.stopSharing;
    if (answer.__typename === 'SharingRefused') return setRefused(refusedWords(answer.why));
    setRefused(null);
    // What is not there any more was ended before: for the person that is the same.
    const receipt =
      answer.__typename === 'SharingChanged' ? receiptPath(grant.id, answer.grant.version) : undefined;
    const done = title ? t('sharing.stopped-one', { name, title }) : t('sharing.stopped', { name });
    return onStopped({ done, receipt });
  };
  const words = problem ? wordsOf(problem) : refused;
  return (
    <Dialog
      open
      onClose={onClose}
      heading={title ? t('sharing.stop-one-heading', { name, title }) : t('sharing.stop-heading', { name })}
    >
      {words && <ErrorSummary errors={[{ message: words }]} />}
      <p>{title ? t('sharing.stop-one-now', { name, title }) : t('sharing.stop-now', { name })}</p>
      <p>{t(title ? 'sharing.stop-one-keeps' : keeps)}</p>
      <div className="hw-row">
        <Button type="button" variant="warning" busy={running} onClick={() => void stop()}>
          {t(running ? 'sharing.stopping' : 'sharing.stop-yes')}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {t('sharing.stop-no')}
        </Button>
      </div>
    </Dialog>
  );
}
