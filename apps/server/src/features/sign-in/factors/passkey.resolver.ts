import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AddPasskeyInput } from './factor.inputs.ts';
import { AddFactorResult, PASSKEY_WRONG, PasskeyQuestion } from './factor.results.ts';
import { factorAnswer } from './factor-answer.ts';
import { addPasskey, beginPasskey, removePasskey } from './own-factors.service.ts';

@Resolver()
export class PasskeyResolver {
  @Mutation(() => PasskeyQuestion, {
    description: 'Asks the browser for a passkey that signs in without an e-mail. Needs a fresh sign-in.',
  })
  async beginPasskey(@Ctx() context: Context): Promise<PasskeyQuestion> {
    return Object.assign(new PasskeyQuestion(), await beginPasskey(context));
  }

  @Mutation(() => AddFactorResult, { description: 'Keeps the passkey. Needs a fresh sign-in.' })
  async addPasskey(
    @Ctx() context: Context,
    @Arg('input', () => AddPasskeyInput, { description: 'What was begun, and what the browser made.' })
    input: AddPasskeyInput,
  ): Promise<typeof AddFactorResult> {
    return factorAnswer(await addPasskey(context, input), PASSKEY_WRONG);
  }

  @Mutation(() => Boolean, {
    description: 'Removes a passkey; false when there is no such. Needs a fresh sign-in.',
  })
  removePasskey(
    @Ctx() context: Context,
    @Arg('passkey', () => ID, { description: 'Which.' }) passkey: string,
  ): Promise<boolean> {
    return removePasskey(context, passkey);
  }
}
