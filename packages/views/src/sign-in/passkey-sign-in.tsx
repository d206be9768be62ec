import { useSession } from '@heldwell/client';
import { Button, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import { askPasskey, canUsePasskeys } from '../security/passkeys.ts';
import messages from './sign-in.messages.json';

type State = { asking: boolean; attempt: number; problem?: string };

/** Signing in by a passkey, without an e-mail and a password; nothing where the browser knows none. */
export function PasskeySignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { signInWithPasskey } = useSession();
  const [state, setState] = useState<State>({ asking: false, attempt: 0 });
  if (!canUsePasskeys()) return null;

  const refuse = (problem: string) =>
    setState(({ attempt }) => ({ asking: false, attempt: attempt + 1, problem }));
  const enter = async () => {
    setState(({ attempt }) => ({ asking: true, attempt }));
    try {
      const answer = await signInWithPasskey(askPasskey);
      if (answer.outcome === 'signedIn') return onSignedIn();
      if (answer.outcome === 'problem') return refuse(wordsOf(answer.problem));
      if (answer.outcome === 'tooMany') {
        return refuse(t('sign-in.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }));
      }
      return refuse(t('sign-in.passkey-refused'));
    } catch {
      // The person turned away, or there was no passkey: the browser has said which.
      return refuse(t('sign-in.passkey-none'));
    }
  };
  return (
    <section>
      {state.problem && <ErrorSummary errors={[{ message: state.problem }]} attempt={state.attempt} />}
      <p className="hw-quiet">{t('sign-in.passkey-what')}</p>
      <Button type="button" variant="secondary" busy={state.asking} onClick={() => void enter()}>
        {t('sign-in.passkey')}
      </Button>
    </section>
  );
}
