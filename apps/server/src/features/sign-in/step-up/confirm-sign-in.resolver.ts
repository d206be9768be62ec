import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { DateTimeText } from '../../../platform/graphql/scalars.ts';
import { ConfirmSignInInput } from '../factors/factor.inputs.ts';
import { PasskeyQuestion } from '../factors/factor.results.ts';
import { SignInRefused, TooManyAttempts, tooManyAttempts } from '../sign-in.results.ts';
import { beginPasskeyConfirmation, confirmSignIn } from './confirm-sign-in.service.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'It is who is signed in: weighty acts may be done for a while.',
})
class SignInConfirmed {
  @Field(() => DateTimeText, { description: 'Until when no other confirmation is asked for: five minutes.' })
  until!: string;
}

const ConfirmSignInResult = createUnionType({
  name: 'ConfirmSignInResult',
  description: 'What came of showing again who is signed in.',
  types: () => [SignInConfirmed, SignInRefused, TooManyAttempts] as const,
});

@Resolver()
export class ConfirmSignInResolver {
  @Mutation(() => ConfirmSignInResult, {
    description:
      'Shows again who is signed in, as the error `FRESH_SIGN_IN_NEEDED` asks for: by password, code or passkey. Then the act is tried once more.',
  })
  async confirmSignIn(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmSignInInput, { description: 'One of the three.' }) input: ConfirmSignInInput,
  ): Promise<typeof ConfirmSignInResult> {
    const outcome = await confirmSignIn(context, input);
    if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
    if (outcome.is === 'CONFIRMED') return Object.assign(new SignInConfirmed(), { until: outcome.until });
    return Object.assign(new SignInRefused(), { message: 'This is not right. Check it and try again.' });
  }

  @Mutation(() => PasskeyQuestion, {
    nullable: true,
    description: 'Asks the browser for one of the own passkeys; null where there is none.',
  })
  async beginPasskeyConfirmation(@Ctx() context: Context): Promise<PasskeyQuestion | null> {
    const begun = await beginPasskeyConfirmation(context);
    return begun && Object.assign(new PasskeyQuestion(), begun);
  }
}
