import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { namedApp } from '../named-app.ts';
import { SignedIn, tooManyAttempts } from '../sign-in.results.ts';
import { Viewer } from '../viewer.type.ts';
import {
  beginPasskeySignIn,
  completeSignIn,
  type StepOutcome,
  signInWithPasskey,
} from './complete-sign-in.service.ts';
import { CompleteSignInInput, PasskeyAnswerInput } from './factor.inputs.ts';
import {
  CompleteSignInResult,
  factorRefused,
  PASSKEY_WRONG,
  PasskeyQuestion,
  PasskeyQuestionResult,
  stepExpired,
} from './factor.results.ts';

function answerOf(outcome: StepOutcome, wrong: string): typeof CompleteSignInResult {
  switch (outcome.is) {
    case 'SIGNED_IN':
      return Object.assign(new SignedIn(), { viewer: new Viewer() });
    case 'WRONG':
      return factorRefused(wrong);
    case 'EXPIRED':
      return stepExpired();
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
  }
}

@Resolver()
export class CompleteSignInResolver {
  @Mutation(() => CompleteSignInResult, {
    description: 'Finishes a sign-in that waits for a second factor; sets the session cookie of the app.',
  })
  async completeSignIn(
    @Ctx() context: Context,
    @Arg('input', () => CompleteSignInInput, { description: 'What was begun, and what is shown.' })
    input: CompleteSignInInput,
  ): Promise<typeof CompleteSignInResult> {
    const outcome = await completeSignIn(context, namedApp(context), input);
    return answerOf(outcome, 'This is not right, or was used before. Check it and try again.');
  }

  @Mutation(() => PasskeyQuestionResult, {
    description: 'Begins a sign-in by passkey, without an e-mail address.',
  })
  async beginPasskeySignIn(@Ctx() context: Context): Promise<typeof PasskeyQuestionResult> {
    const begun = await beginPasskeySignIn(context);
    return 'seconds' in begun ? tooManyAttempts(begun.seconds) : Object.assign(new PasskeyQuestion(), begun);
  }

  @Mutation(() => CompleteSignInResult, {
    description: 'Signs in by a passkey that asked who holds it; sets the session cookie of the app.',
  })
  async signInWithPasskey(
    @Ctx() context: Context,
    @Arg('input', () => PasskeyAnswerInput, { description: 'What was begun, and what the passkey signed.' })
    input: PasskeyAnswerInput,
  ): Promise<typeof CompleteSignInResult> {
    return answerOf(await signInWithPasskey(context, namedApp(context), input), PASSKEY_WRONG);
  }
}
