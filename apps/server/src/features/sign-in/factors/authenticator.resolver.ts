import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { AddFactorResult, AuthenticatorBegun, RecoveryCodes } from './factor.results.ts';
import { factorAnswer } from './factor-answer.ts';
import {
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  renewRecoveryCodes,
} from './own-factors.service.ts';

@Resolver()
export class AuthenticatorResolver {
  @Mutation(() => AuthenticatorBegun, {
    description: 'Begins to set up an authenticator app. Needs a fresh sign-in.',
  })
  async beginAuthenticator(@Ctx() context: Context): Promise<AuthenticatorBegun> {
    return Object.assign(new AuthenticatorBegun(), await beginAuthenticator(context));
  }

  @Mutation(() => AddFactorResult, {
    description: 'Takes the authenticator app into use that shows this code. Needs a fresh sign-in.',
  })
  async confirmAuthenticator(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'Six digits that it shows now.' }) code: string,
  ): Promise<typeof AddFactorResult> {
    const wrong = 'This is not the code the app shows now. Check that the clock of your phone is right.';
    return factorAnswer(await confirmAuthenticator(context, code.slice(0, 20)), wrong);
  }

  @Mutation(() => Boolean, {
    description: 'Removes the authenticator app; false when there was none. Needs a fresh sign-in.',
  })
  removeAuthenticator(@Ctx() context: Context): Promise<boolean> {
    return removeAuthenticator(context);
  }

  @Mutation(() => RecoveryCodes, {
    nullable: true,
    description:
      'Ten new recovery codes in the place of those there are; null for a person with no factor. Needs a fresh sign-in.',
  })
  async renewRecoveryCodes(@Ctx() context: Context): Promise<RecoveryCodes | null> {
    const codes = await renewRecoveryCodes(context);
    return codes && Object.assign(new RecoveryCodes(), { codes });
  }
}
