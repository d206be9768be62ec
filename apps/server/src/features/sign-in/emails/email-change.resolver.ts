import { IsEmail, MaxLength } from 'class-validator';
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  registerEnumType,
} from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { LinkUnusable, linkUnusable } from '../passwords/password.results.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in.results.ts';
import { agreeToEmail, askEmailChange, dropEmailChange } from './email-change.service.ts';

const WaitingFor = { OLD_ADDRESS: 'OLD_ADDRESS', NEW_ADDRESS: 'NEW_ADDRESS' } as const;
type WaitingFor = keyof typeof WaitingFor;
registerEnumType(WaitingFor, {
  name: 'WaitingFor',
  description: 'Which of two addresses has not agreed yet.',
  valuesConfig: {
    OLD_ADDRESS: { description: 'The one the person signs in with so far.' },
    NEW_ADDRESS: { description: 'The one that is to take its place.' },
  },
});

@InputType({ description: 'Another e-mail address to sign in with.' })
class ChangeEmailInput {
  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The new address.' })
  email!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Both addresses were asked; the change holds when both have agreed, within a day.',
})
class EmailChangeAsked {
  @Field(() => String, { description: 'The new address as it was typed.' })
  email!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An address has agreed.' })
class EmailAgreed {
  @Field(() => WaitingFor, {
    nullable: true,
    description: 'The other address, while it has not agreed; null once the change is made.',
  })
  waitingFor!: WaitingFor | null;
}

const ChangeEmailResult = createUnionType({
  name: 'ChangeEmailResult',
  description: 'What came of asking for another address.',
  types: () => [EmailChangeAsked, TooManyAttempts] as const,
});
const ConfirmEmailResult = createUnionType({
  name: 'ConfirmEmailResult',
  description: 'What came of a link to agree to a changed address.',
  types: () => [EmailAgreed, LinkUnusable] as const,
});

@Resolver()
export class EmailChangeResolver {
  @Mutation(() => ChangeEmailResult, {
    description:
      'Asks the old and the new address whether the one may take the other’s place. Needs a fresh sign-in.',
  })
  async changeEmail(
    @Ctx() context: Context,
    @Arg('input', () => ChangeEmailInput, { description: 'The new address.' }) { email }: ChangeEmailInput,
  ): Promise<typeof ChangeEmailResult> {
    const seconds = await askEmailChange(context, email);
    return seconds > 0 ? tooManyAttempts(seconds) : Object.assign(new EmailChangeAsked(), { email });
  }

  @Mutation(() => Boolean, { description: 'Drops a change that was asked for; false when there was none.' })
  dropEmailChange(@Ctx() context: Context): Promise<boolean> {
    return dropEmailChange(context);
  }

  @Mutation(() => ConfirmEmailResult, {
    description: 'Agrees to a changed address, by the link that was sent to the old or the new one.',
  })
  async confirmEmail(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<typeof ConfirmEmailResult> {
    const outcome = await agreeToEmail(context, code);
    if (outcome === 'UNUSABLE' || outcome === 'TAKEN') return linkUnusable();
    const waitingFor =
      outcome === 'OLD_MISSING' ? 'OLD_ADDRESS' : outcome === 'NEW_MISSING' ? 'NEW_ADDRESS' : null;
    return Object.assign(new EmailAgreed(), { waitingFor });
  }
}
