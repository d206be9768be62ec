import { useCommand } from '@heldwell/client';
import { Button, Dialog, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import messages from './end-access.messages.json';
import type { ShownGrant } from './grant-words.ts';
import { useRefusedWords } from './refused-words.ts';
import { StopSharing } from './sharing-commands.ts';

type EndAccessProps = {
  /** Nothing is asked while it is null. */
  grant: Pick<ShownGrant, 'id' | 'grantee' | 'entry'> | null;
  /** The patient ends it; else whoever gave it for them. */
  own?: boolean;
  onClose: () => void;
  /** Ended, in words; with the version that ended it, unless it had been ended before. */
  onEnded: (done: string, version: number | null) => void;
};

const keepsOwnWords = ['CARER', 'PROFESSIONAL', 'APP'];

/** What ending it is called, means and leaves: of the record or of one entry, to the patient or to whoever gave it. */
function useWords({ grant, own }: { grant: NonNullable<EndAccessProps['grant']>; own: boolean }) {
  const t = useT(messages);
  const { name, kind } = grant.grantee;
  const title = grant.entry?.title;
  const voice = own ? 'own' : 'for';
  const button = {
    yes: t(`end.${voice}-yes`),
    no: t(`end.${voice}-no`),
    ending: t(`end.${voice}-ending`),
  };
  if (title) {
    return {
      ...button,
      heading: t(`end.${voice}-one-heading`, { name, title }),
      now: t('end.one-now', { name, title }),
      keeps: [t(`end.${voice}-one-keeps`)],
      done: t('end.one-ended', { name, title }),
    };
  }
  const keeps = t(keepsOwnWords.includes(kind) ? 'end.person-keeps' : 'end.team-keeps');
  return {
    ...button,
    heading: t(`end.${voice}-heading`, { name }),
    now: t(`end.${voice}-now`, { name }),
    keeps: own ? [keeps] : [keeps, t('end.for-own')],
    done: t(`end.${voice}-ended`, { name }),
  };
}

type EndDialogProps = Required<EndAccessProps> & { grant: NonNullable<EndAccessProps['grant']> };

function EndDialog({ grant, own, onClose, onEnded }: EndDialogProps) {
  const wordsOf = useProblemWords();
  const refusedWords = useRefusedWords();
  const { run, running, problem } = useCommand(StopSharing);
  const [refused, setRefused] = useState<string | null>(null);
  const words = useWords({ grant, own });
  const end = async () => {
    const { data } = await run({ input: { grant: grant.id } });
    if (!data) return;
    const answer = data.stopSharing;
    if (answer.__typename === 'SharingRefused') return setRefused(refusedWords(answer.why));
    setRefused(null);
    // What is not there any more was ended before: for the person that is the same.
    return onEnded(words.done, answer.__typename === 'SharingChanged' ? answer.grant.version : null);
  };
  const wrong = problem ? wordsOf(problem) : refused;
  return (
    <Dialog open onClose={onClose} heading={words.heading}>
      {wrong && <ErrorSummary errors={[{ message: wrong }]} />}
      <p>{words.now}</p>
      {words.keeps.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="hw-row">
        <Button type="button" variant="warning" busy={running} onClick={() => void end()}>
          {running ? words.ending : words.yes}
        </Button>
        <Button type="button" variant="secondary" onClick={onClose}>
          {words.no}
        </Button>
      </div>
    </Dialog>
  );
}

/** Asks once more before access ends, and says what stays with the other side. */
export function EndAccess({ grant, own = false, ...acts }: EndAccessProps) {
  return grant && <EndDialog grant={grant} own={own} {...acts} />;
}
