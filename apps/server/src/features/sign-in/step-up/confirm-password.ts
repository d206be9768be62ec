import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { DateTimeText } from '../../../platform/graphql/scalars.ts';
import { SignInRefused, signInRefused, TooManyAttempts, tooManyAttempts } from '../sign-in.results.ts';
import { confirmSignIn } from './confirm-sign-in.service.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The password was right: weighty acts may be done for a while.',
})
class PasswordConfirmed {
  @Field(() => DateTimeText, { description: 'Until when no other confirmation is asked for: five minutes.' })
  until!: string;
}

const ConfirmPasswordResult = createUnionType({
  name: 'ConfirmPasswordResult',
  description: 'What came of saying the password again.',
  types: () => [PasswordConfirmed, SignInRefused, TooManyAttempts] as const,
});

@Resolver()
export class ConfirmPasswordResolver {
  @Mutation(() => ConfirmPasswordResult, {
    description:
      'Says the own password again, as weighty acts ask for when it was not said in the last five minutes; `confirmSignIn` takes other ways too.',
  })
  async confirmPassword(
    @Ctx() context: Context,
    @Arg('password', () => String, { description: 'The password of the person signed in.' }) password: string,
  ): Promise<typeof ConfirmPasswordResult> {
    const outcome = await confirmSignIn(context, { password });
    if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
    if (outcome.is === 'REFUSED') return signInRefused();
    return Object.assign(new PasswordConfirmed(), { until: outcome.until });
  }
}
