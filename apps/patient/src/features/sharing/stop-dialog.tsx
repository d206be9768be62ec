import { useCommand } from '@heldwell/client';
import { Button, Dialog, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ShownGrant, useProblemWords } from '@heldwell/views';
import messages from './sharing.messages.json';
import { StopSharing } from './sharing-query.ts';

type StopDialogProps = { grant: ShownGrant | null; onClose: () => void; onStopped: (name: string) => void };

/** Asks once more before access ends, and says what stays with the other side. */
export function StopDialog({ grant, onClose, onStopped }: StopDialogProps) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(StopSharing);
  if (!grant) return null;
  const { name, kind } = grant.grantee;
  const stop = async () => {
    const { data } = await run({ input: { grant: grant.id } });
    if (data) onStopped(name);
  };
  return (
    <Dialog open onClose={onClose} heading={t('sharing.stop-heading', { name })}>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      <p>{t('sharing.stop-now', { name })}</p>
      <p>{t(kind === 'CARER' ? 'sharing.stop-carer-keeps' : 'sharing.stop-team-keeps')}</p>
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
