import { createUnionType, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { SignedIn, TooManyAttempts } from '../sign-in/index.ts';

export const RegistrationAge = {
  OLD_ENOUGH: 'OLD_ENOUGH',
  UNDER_16: 'UNDER_16',
  NOT_A_BIRTH_DATE: 'NOT_A_BIRTH_DATE',
} as const;
export type RegistrationAge = keyof typeof RegistrationAge;
registerEnumType(RegistrationAge, {
  name: 'RegistrationAge',
  description: 'Whether somebody of a birth date may register by themself.',
  valuesConfig: {
    OLD_ENOUGH: { description: 'They are 16 or over today, by the day it is in London.' },
    UNDER_16: { description: 'They are not 16 yet: nothing is stored.' },
    NOT_A_BIRTH_DATE: { description: 'Nobody alive was born then.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'A mail was sent to the address: with a code, or saying that it has a sign-in. The answer is the same.',
})
export class EmailCodeSent {
  @Field(() => String, { description: 'What the code goes with.' })
  ticket!: string;

  @Field(() => DateTimeText, { description: 'Until when the code can be used.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'This installation sends no mails.' })
export class NoMailsHere extends Problem {}

@ObjectType({ simpleResolvers: true, description: 'The code is the one that was mailed.' })
export class EmailCodeRight {
  @Field(() => String, { description: 'The address, as it was given.' })
  email!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The code is wrong, too old, used or tried too often; the answers are the same.',
})
export class EmailCodeWrong extends Problem {}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The person is not 16 yet. Nothing was stored.',
})
export class Under16 extends Problem {}

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'The password will not do.' })
export class PasswordUnsuitable extends Problem {}

export const passwordUnsuitable = (message: string): PasswordUnsuitable =>
  Object.assign(new PasswordUnsuitable(), { message });

export const emailCodeWrong = (): EmailCodeWrong =>
  Object.assign(new EmailCodeWrong(), { message: 'This code is not right, or it can no longer be used.' });

export const under16 = (): Under16 =>
  Object.assign(new Under16(), { message: 'You can have a record of your own from the day you are 16.' });

export const SendEmailCodeResult = createUnionType({
  name: 'SendEmailCodeResult',
  description: 'What came of asking for a code by e-mail.',
  types: () => [EmailCodeSent, NoMailsHere, TooManyAttempts] as const,
});

export const CheckEmailCodeResult = createUnionType({
  name: 'CheckEmailCodeResult',
  description: 'What came of entering a code from a mail.',
  types: () => [EmailCodeRight, EmailCodeWrong, TooManyAttempts] as const,
});

export const RegisterResult = createUnionType({
  name: 'RegisterResult',
  description: 'What came of registering.',
  types: () => [SignedIn, EmailCodeWrong, PasswordUnsuitable, Under16, TooManyAttempts] as const,
});
