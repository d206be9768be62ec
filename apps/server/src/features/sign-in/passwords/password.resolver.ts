import { IsOptional, MaxLength } from 'class-validator';
import { Arg, Ctx, Field, InputType, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { namedApp } from '../named-app.ts';
import { signInRefused, tooManyAttempts } from '../sign-in.results.ts';
import {
  ChangePasswordResult,
  linkUnusable,
  PasswordChanged,
  PasswordReset,
  PasswordResetAsked,
  passwordUnsuitable,
  RequestPasswordResetResult,
  ResetPasswordResult,
} from './password.results.ts';
import { changePassword, openReset, requestPasswordReset, resetPassword } from './password.service.ts';

@InputType({ description: 'A new password for who is signed in.' })
class ChangePasswordInput {
  @IsOptional()
  @MaxLength(512)
  @Field(() => String, {
    nullable: true,
    description: 'The password so far; left out by whoever has none, after a fresh sign-in.',
  })
  current?: string | null;

  @MaxLength(512)
  @Field(() => String, { description: 'The new one: 12 to 128 characters, not one that people try first.' })
  password!: string;
}

@InputType({ description: 'A new password by a link.' })
class ResetPasswordInput {
  @MaxLength(100)
  @Field(() => String, { description: 'The last part of the link.' })
  code!: string;

  @MaxLength(512)
  @Field(() => String, { description: 'The new one: 12 to 128 characters, not one that people try first.' })
  password!: string;
}

@InputType({ description: 'Whose password is forgotten.' })
class RequestPasswordResetInput {
  @MaxLength(320)
  @Field(() => String, { description: 'The e-mail address of the sign-in; case does not matter.' })
  email!: string;
}

const changed = (staysSignedIn: boolean): PasswordChanged =>
  Object.assign(new PasswordChanged(), { staysSignedIn });

@Resolver()
export class PasswordResolver {
  @Mutation(() => ChangePasswordResult, {
    description: 'Changes the own password. Every other session ends at once, in all apps.',
  })
  async changePassword(
    @Ctx() context: Context,
    @Arg('input', () => ChangePasswordInput, { description: 'The old and the new one.' })
    input: ChangePasswordInput,
  ): Promise<typeof ChangePasswordResult> {
    const outcome = await changePassword(context, input);
    if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
    if (outcome.is === 'UNSUITABLE') return passwordUnsuitable(outcome.message);
    return outcome.is === 'CHANGED' ? changed(true) : signInRefused();
  }

  @Mutation(() => RequestPasswordResetResult, {
    description: 'Sends a link to choose a new password. Known and unknown addresses answer alike.',
  })
  async requestPasswordReset(
    @Ctx() context: Context,
    @Arg('input', () => RequestPasswordResetInput, { description: 'For whom.' })
    { email }: RequestPasswordResetInput,
  ): Promise<typeof RequestPasswordResetResult> {
    const seconds = await requestPasswordReset(context, namedApp(context), email);
    return seconds > 0 ? tooManyAttempts(seconds) : Object.assign(new PasswordResetAsked(), { email });
  }

  @Query(() => PasswordReset, {
    nullable: true,
    description: 'A link to choose a new password; null when it cannot be used.',
  })
  async passwordReset(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<PasswordReset | null> {
    const reset = await openReset(context, code);
    return reset ? { expiresAt: reset.expires_at.toISOString() } : null;
  }

  @Mutation(() => ResetPasswordResult, {
    description:
      'Chooses a new password by a link, once. Every session of the person ends; they sign in anew.',
  })
  async resetPassword(
    @Ctx() context: Context,
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the new password.' })
    input: ResetPasswordInput,
  ): Promise<typeof ResetPasswordResult> {
    const outcome = await resetPassword(context, input);
    if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
    if (outcome.is === 'UNSUITABLE') return passwordUnsuitable(outcome.message);
    return outcome.is === 'CHANGED' ? changed(false) : linkUnusable();
  }
}
