import { Arg, Ctx, createUnionType, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Brand, brandOf } from '../organisations/index.ts';
import {
  EmailCodeWrong,
  emailCodeWrong,
  PasswordUnsuitable,
  Under16,
  under16,
} from '../registration/index.ts';
import { SignedIn, TooManyAttempts, tooManyAttempts, Viewer } from '../sign-in/index.ts';
import { AcceptLetterInput, LetterInput } from './letter.inputs.ts';
import { type AcceptLetterOutcome, acceptLetter, openLetter, useLetter } from './letter.service.ts';

@ObjectType({ simpleResolvers: true, description: 'Both codes and the birth date go together.' })
class LetterOpened {
  @Field(() => String, { description: 'Whose letter it is.' })
  organisationName!: string;

  @Field(() => Brand, { description: 'How that organisation greets people.' })
  brand!: Brand;

  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;

  @Field(() => Boolean, {
    description: 'Whether the e-mail address has to be proved by a code that is mailed to it.',
  })
  asksEmailCode!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'The codes and the birth date do not go together, or the letter is used, replaced or out of date: the answers are the same.',
})
class LetterRefused extends Problem {}

@ObjectType({
  simpleResolvers: true,
  description:
    'The check is kept; there are two records that seem to be the person’s, and staff put them together.',
})
class RecordsToMatch {
  @Field(() => String, { description: 'One plain sentence for the person, in English.' })
  message!: string;
}

const OpenLetterResult = createUnionType({
  name: 'OpenLetterResult',
  description: 'What came of entering the codes of a letter.',
  types: () => [LetterOpened, LetterRefused, TooManyAttempts] as const,
});
const AcceptLetterResult = createUnionType({
  name: 'AcceptLetterResult',
  description: 'What came of taking up the record of a letter.',
  types: () =>
    [
      SignedIn,
      RecordsToMatch,
      LetterRefused,
      EmailCodeWrong,
      PasswordUnsuitable,
      Under16,
      TooManyAttempts,
    ] as const,
});

const letterRefused = (): LetterRefused =>
  Object.assign(new LetterRefused(), {
    message:
      'These do not go together, or the letter can no longer be used. Check all three, or ask for a new letter.',
  });

function answerOf(outcome: AcceptLetterOutcome): typeof AcceptLetterResult {
  switch (outcome.is) {
    case 'ACCEPTED':
      return Object.assign(new SignedIn(), { viewer: new Viewer() });
    case 'WAITS':
      return Object.assign(new RecordsToMatch(), {
        message:
          'We know who you are now. Staff put your two records together; until then you have the one you began.',
      });
    case 'REFUSED':
      return letterRefused();
    case 'CODE':
      return emailCodeWrong();
    case 'UNDER_16':
      return under16();
    case 'PASSWORD':
      return Object.assign(new PasswordUnsuitable(), { message: outcome.message });
    case 'WAIT':
      return tooManyAttempts(outcome.seconds);
  }
}

@Resolver()
export class LetterResolver {
  @Mutation(() => OpenLetterResult, {
    description:
      'Says whether the codes of a letter and a birth date go together; five wrong tries make the letter useless.',
  })
  async openLetter(
    @Ctx() context: Context,
    @Arg('input', () => LetterInput, { description: 'The letter.' }) input: LetterInput,
  ): Promise<typeof OpenLetterResult> {
    const answer = await openLetter(context, input);
    if (answer.is === 'WAIT') return tooManyAttempts(answer.seconds);
    if (answer.is === 'REFUSED') return letterRefused();
    return Object.assign(new LetterOpened(), {
      organisationName: answer.letter.organisation_name,
      brand: brandOf(answer.letter.brand),
      expiresAt: answer.letter.expires_at.toISOString(),
      asksEmailCode: context.services.mails,
    });
  }

  @Mutation(() => AcceptLetterResult, {
    description: 'Takes up the record of a letter with a new sign-in, and signs in to the patient app.',
  })
  async acceptLetter(
    @Ctx() context: Context,
    @Arg('input', () => AcceptLetterInput, { description: 'The letter, an address and a password.' })
    input: AcceptLetterInput,
  ): Promise<typeof AcceptLetterResult> {
    return answerOf(await acceptLetter(context, input));
  }

  @Mutation(() => AcceptLetterResult, {
    description:
      'Enters the codes of a letter as the person signed in: a check of who they are, and the record it is for.',
  })
  async useLetter(
    @Ctx() context: Context,
    @Arg('input', () => LetterInput, { description: 'The letter.' }) input: LetterInput,
  ): Promise<typeof AcceptLetterResult> {
    return answerOf(await useLetter(context, input));
  }
}
