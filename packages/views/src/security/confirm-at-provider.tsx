import { mergedByScreen, useCommand } from '@heldwell/client';
import { Button, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import messages from './security.messages.json';
import { BeginSignInAgain } from './security-documents.ts';
import { useAgainOutcome } from './sign-in-again.ts';

/** Somebody else a person signs in with. */
export type LinkedProvider = { id: string; name: string };

type State = {
  is: 'ASKED' | 'LEAVING' | 'WAITING' | 'BLOCKED';
  address?: string;
  wrong?: string;
  attempt: number;
};

/** A window of its own, opened while the press still counts as one; it is led on when the address is known. */
const openWindow = () => window.open('about:blank', 'heldwell-again', 'popup,width=520,height=720');

/** Leads to the provider in another window, so that what is on this page stays as it is, and hears what came of it. */
function useSigningInAgain(provider: string, onDone: () => void) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const begin = useCommand(BeginSignInAgain, mergedByScreen).run;
  const [state, setState] = useState<State>({ is: 'ASKED', attempt: 0 });
  const refuse = (wrong: string) => setState(({ attempt }) => ({ is: 'ASKED', wrong, attempt: attempt + 1 }));
  useAgainOutcome((outcome) => {
    if (outcome === 'done') onDone();
    else refuse(t(`security.again-${outcome}`));
  });
  const go = async () => {
    const other = openWindow();
    setState(({ attempt }) => ({ is: 'LEAVING', attempt }));
    const { data, problem } = await begin({ provider });
    const answer = data?.beginSignInAgain;
    if (answer?.__typename === 'SignInAgain') {
      const { address } = answer;
      other?.location.replace(address);
      return setState(({ attempt }) => ({ is: other ? 'WAITING' : 'BLOCKED', address, attempt }));
    }
    other?.close();
    if (!answer) return refuse(problem ? wordsOf(problem) : t('security.again-failed'));
    return refuse(t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }));
  };
  return { state, go };
}

/** Shows that it is the person by signing in anew where they came from. `children` are the other ways. */
export function ConfirmAtProvider({
  provider: { id, name },
  onDone,
  children,
}: {
  provider: LinkedProvider;
  onDone: (confirmed: boolean) => void;
  children?: React.ReactNode;
}) {
  const t = useT(messages);
  const { state, go } = useSigningInAgain(id, () => onDone(true));
  const waits = state.is === 'WAITING' || state.is === 'BLOCKED';
  return (
    <>
      <ErrorSummary errors={state.wrong ? [{ message: state.wrong }] : []} attempt={state.attempt} />
      <p>{t('security.again-what', { name })}</p>
      <div role="status">{state.is === 'WAITING' && <p>{t('security.again-waiting')}</p>}</div>
      {state.is === 'BLOCKED' && (
        <>
          <p>{t('security.again-blocked')}</p>
          <p>
            <a className="nhsuk-link" href={state.address} target="_blank" rel="noreferrer">
              {t('security.again-link', { name })}
            </a>
          </p>
        </>
      )}
      <Button type="button" busy={state.is === 'LEAVING'} onClick={() => void go()}>
        {t('security.again-go', { name })}
      </Button>{' '}
      {waits && (
        <Button type="button" variant="secondary" onClick={() => onDone(true)}>
          {t('security.again-done')}
        </Button>
      )}{' '}
      <Button type="button" variant="secondary" onClick={() => onDone(false)}>
        {t('security.confirm-cancel')}
      </Button>
      {children}
    </>
  );
}
