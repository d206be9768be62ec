import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Problem } from '../../../platform/graphql/problem.type.ts';
import { DateTimeText } from '../../../platform/graphql/scalars.ts';
import { SignInRefused, TooManyAttempts } from '../sign-in.results.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The new password holds. Every session under the old one has ended, and streams with them.',
})
export class PasswordChanged {
  @Field(() => Boolean, { description: 'Whether this app is still signed in, under a new cookie.' })
  staysSignedIn!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'If somebody signs in with this address, a link is on its way to it; otherwise it is told so.',
})
export class PasswordResetAsked {
  @Field(() => String, { description: 'The address as it was typed.' })
  email!: string;
}

@ObjectType({ simpleResolvers: true, implements: Problem, description: 'The new password will not do.' })
export class NewPasswordUnsuitable extends Problem {}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The link is unknown, used or out of date.',
})
export class LinkUnusable extends Problem {}

@ObjectType({ simpleResolvers: true, description: 'A link to choose a new password that can be used now.' })
export class PasswordReset {
  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;
}

export const linkUnusable = (): LinkUnusable =>
  Object.assign(new LinkUnusable(), {
    message: 'This link can no longer be used. Ask for a new one.',
  });

export const passwordUnsuitable = (message: string): NewPasswordUnsuitable =>
  Object.assign(new NewPasswordUnsuitable(), { message });

export const ChangePasswordResult = createUnionType({
  name: 'ChangePasswordResult',
  description: 'What came of changing the password.',
  types: () => [PasswordChanged, SignInRefused, NewPasswordUnsuitable, TooManyAttempts] as const,
});

export const RequestPasswordResetResult = createUnionType({
  name: 'RequestPasswordResetResult',
  description: 'What came of asking for a link; the same for every address.',
  types: () => [PasswordResetAsked, TooManyAttempts] as const,
});

export const ResetPasswordResult = createUnionType({
  name: 'ResetPasswordResult',
  description: 'What came of choosing a new password by a link.',
  types: () => [PasswordChanged, LinkUnusable, NewPasswordUnsuitable, TooManyAttempts] as const,
});
