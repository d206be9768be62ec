import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { unauthenticated } from '../../platform/problems.ts';
import { waitBefore } from './attempts.ts';
import { emailKey } from './email.ts';
import { ownEmail } from './own-email.ts';
import { passwordFits } from './passwords.ts';
import { SignInRefused, signInRefused, TooManyAttempts, tooManyAttempts } from './sign-in.results.ts';
import { findPerson } from './sign-in.service.ts';

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

const FRESH_MS = 5 * 60_000;

@Resolver()
export class ConfirmPasswordResolver {
  @Mutation(() => ConfirmPasswordResult, {
    description:
      'Says the own password again, as weighty acts ask for when it was not said in the last five minutes.',
  })
  async confirmPassword(
    @Ctx() context: Context,
    @Arg('password', () => String, { description: 'The password of the person signed in.' }) password: string,
  ): Promise<typeof ConfirmPasswordResult> {
    const viewer = await context.scope.viewer();
    if (!viewer) throw unauthenticated();
    const email = await ownEmail(context.scope);
    const seconds = await waitBefore(context.services, 'email', emailKey(email));
    if (seconds > 0) return tooManyAttempts(seconds);
    const stored = await findPerson(context.services, email);
    if (!(await passwordFits(stored?.password_hash, password)) || !stored) return signInRefused();
    await context.scope.query({
      text: 'select heldwell.confirm_session($1)',
      values: [viewer.sessionId],
    });
    const until = new Date(context.services.clock().getTime() + FRESH_MS).toISOString();
    return Object.assign(new PasswordConfirmed(), { until });
  }
}
