import { useCallback } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import { mergedByScreen } from '../create-client.ts';
import type { ResultOf, VariablesOf } from '../graphql.ts';
import type { OperationProblem } from '../problems.ts';
import { useCommand } from '../use-command.ts';
import { type ScreenQuery, useScreenQuery } from '../use-screen-query.ts';
import {
  AcceptInvitation,
  BeginPasskeySignIn,
  CompleteSignIn,
  SignIn,
  SignInWithPasskey,
  SignOut,
  ViewerQuery,
} from './session-documents.ts';

/** Who is signed in to this app; `viewer` is null when nobody is. */
export function useViewer(): ScreenQuery<ResultOf<typeof ViewerQuery>> {
  return useScreenQuery(ViewerQuery, {}, { on: [] });
}

/** What came of trying to sign in; `retryAfterSeconds` when it was tried too often. */
export type SignInOutcome =
  | { outcome: 'signedIn' }
  | { outcome: 'secondFactor'; asked: SecondFactorAsked }
  | { outcome: 'refused' }
  | { outcome: 'expired' }
  | { outcome: 'tooMany'; retryAfterSeconds: number }
  | { outcome: 'unusable' }
  /** The invitation went to another address than the one signed in with. */
  | { outcome: 'another' }
  | { outcome: 'under16' }
  | { outcome: 'passwordUnsuitable'; message: string }
  | { outcome: 'problem'; problem: OperationProblem };

/** The second step a right password waits for: any one of the methods. */
export type SecondFactorAsked = Omit<
  Extract<ResultOf<typeof SignIn>['signIn'], { __typename: 'SecondFactorNeeded' }>,
  '__typename'
>;

type Answer =
  | ResultOf<typeof SignIn>['signIn']
  | ResultOf<typeof AcceptInvitation>['acceptInvitation']
  | ResultOf<typeof CompleteSignIn>['completeSignIn'];

function outcomeOf(answer: Answer): SignInOutcome {
  switch (answer.__typename) {
    case 'SignedIn':
      return { outcome: 'signedIn' };
    case 'TooManyAttempts':
      return { outcome: 'tooMany', retryAfterSeconds: answer.retryAfterSeconds };
    case 'InvitationUnusable':
      return { outcome: 'unusable' };
    case 'PasswordUnsuitable':
      return { outcome: 'passwordUnsuitable', message: answer.message };
    case 'SecondFactorNeeded': {
      const { ticket, methods, passkeyOptions } = answer;
      return { outcome: 'secondFactor', asked: { ticket, methods, passkeyOptions } };
    }
    case 'StepExpired':
      return { outcome: 'expired' };
    case 'SignInRefused':
    case 'FactorRefused':
      return { outcome: 'refused' };
    case 'InvitationForAnother':
      return { outcome: 'another' };
    case 'Under16':
      return { outcome: 'under16' };
  }
}

/** The ways in and out. None of them rejects. */
export type Session = {
  signIn: (input: VariablesOf<typeof SignIn>['input']) => Promise<SignInOutcome>;
  /** The second step: a code, a recovery code or a passkey's answer. */
  completeSignIn: (input: VariablesOf<typeof CompleteSignIn>['input']) => Promise<SignInOutcome>;
  /** Signs in by whichever passkey the person chooses; `ask` has the browser ask for it, and may reject. */
  signInWithPasskey: (ask: (options: string) => Promise<string>) => Promise<SignInOutcome>;
  acceptInvitation: (input: VariablesOf<typeof AcceptInvitation>['input']) => Promise<SignInOutcome>;
  /** Notes that another door let this person in: what was kept for whoever was there before is forgotten. */
  entered: (person: { id: string }) => void;
  /** Ends the sign-in and forgets answers and drafts. A problem means that the person is still signed in. */
  signOut: () => Promise<OperationProblem | undefined>;
};

/** Forgets what another was shown before, and keeps drafts for who is in now. */
function useEntered(): Session['entered'] {
  const heldwell = useHeldwell();
  return useCallback(
    ({ id }) => {
      heldwell.forget();
      heldwell.drafts.claim(id);
    },
    [heldwell],
  );
}

/** Reads an answer, and notes whom it let in. */
function useEntering(entered: Session['entered']): (answer: Answer) => SignInOutcome {
  return useCallback(
    (answer: Answer): SignInOutcome => {
      if (answer.__typename === 'SignedIn') entered(answer.viewer.person);
      return outcomeOf(answer);
    },
    [entered],
  );
}

/** The second step, and the way in without a password. */
function useFurtherWays(
  enter: (answer: Answer) => SignInOutcome,
): Pick<Session, 'completeSignIn' | 'signInWithPasskey'> {
  const completeCommand = useCommand(CompleteSignIn, mergedByScreen).run;
  const beginCommand = useCommand(BeginPasskeySignIn, mergedByScreen).run;
  const passkeyCommand = useCommand(SignInWithPasskey, mergedByScreen).run;
  const completeSignIn = useCallback<Session['completeSignIn']>(
    async (input) => {
      const { data, problem } = await completeCommand({ input });
      return data ? enter(data.completeSignIn) : { outcome: 'problem', problem };
    },
    [completeCommand, enter],
  );
  const signInWithPasskey = useCallback<Session['signInWithPasskey']>(
    async (ask) => {
      const begun = await beginCommand({});
      if (!begun.data) return { outcome: 'problem', problem: begun.problem };
      const question = begun.data.beginPasskeySignIn;
      if (question.__typename === 'TooManyAttempts')
        return { outcome: 'tooMany', retryAfterSeconds: question.retryAfterSeconds };
      const input = { ticket: question.ticket, passkey: await ask(question.options) };
      const { data, problem } = await passkeyCommand({ input });
      return data ? enter(data.signInWithPasskey) : { outcome: 'problem', problem };
    },
    [beginCommand, passkeyCommand, enter],
  );
  return { completeSignIn, signInWithPasskey };
}

/** Signing in, taking up an invitation and signing out, with the forgetting that belongs to each. */
export function useSession(): Session {
  const heldwell = useHeldwell();
  const signInCommand = useCommand(SignIn, mergedByScreen).run;
  const acceptCommand = useCommand(AcceptInvitation, mergedByScreen).run;
  const signOutCommand = useCommand(SignOut, mergedByScreen).run;

  const entered = useEntered();
  const enter = useEntering(entered);
  const further = useFurtherWays(enter);
  const signIn = useCallback<Session['signIn']>(
    async (input) => {
      const { data, problem } = await signInCommand({ input });
      return data ? enter(data.signIn) : { outcome: 'problem', problem };
    },
    [signInCommand, enter],
  );
  const acceptInvitation = useCallback<Session['acceptInvitation']>(
    async (input) => {
      const { data, problem } = await acceptCommand({ input });
      return data ? enter(data.acceptInvitation) : { outcome: 'problem', problem };
    },
    [acceptCommand, enter],
  );
  const signOut = useCallback<Session['signOut']>(async () => {
    const { problem } = await signOutCommand({});
    if (problem && problem.kind !== 'signedOut') return problem;
    heldwell.forget();
    heldwell.drafts.clearAll();
    return undefined;
  }, [signOutCommand, heldwell]);
  return { signIn, ...further, acceptInvitation, entered, signOut };
}
