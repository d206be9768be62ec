import { createUnionType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { type SecondFactorAsked, SecondFactorMethod } from './factors/second-factor.ts';
import { Viewer } from './viewer.type.ts';

registerEnumType(SecondFactorMethod, {
  name: 'SecondFactorMethod',
  description: 'What shows, beside the password, that it is its person who signs in.',
  valuesConfig: {
    AUTHENTICATOR: { description: 'The six digits an authenticator app shows now.' },
    PASSKEY: { description: 'A passkey of this person.' },
    RECOVERY_CODE: { description: 'One of the codes they keep on paper.' },
  },
});

@ObjectType({ description: 'Signed in: the session cookie of the app is set.' })
export class SignedIn {
  @Field(() => Viewer, { description: 'Who is signed in now.' })
  viewer!: Viewer;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The e-mail and password do not belong together. Unknown e-mails answer the same.',
})
export class SignInRefused extends Problem {}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'Too many tries for this e-mail or from this address.',
})
export class TooManyAttempts extends Problem {
  @Field(() => Int, { description: 'When to try again, in seconds.' })
  retryAfterSeconds!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The password was right, and one more thing is asked for: `completeSignIn`.',
})
export class SecondFactorNeeded {
  @Field(() => String, { description: 'Stands for the right password, for ten minutes.' })
  ticket!: string;

  @Field(() => [SecondFactorMethod], { description: 'Any one of these.' })
  methods!: SecondFactorMethod[];

  @Field(() => String, {
    nullable: true,
    description:
      'What the browser is asked for (WebAuthn request options as JSON), where a passkey is among them.',
  })
  passkeyOptions!: string | null;
}

export const secondFactorNeeded = (asked: SecondFactorAsked): SecondFactorNeeded =>
  Object.assign(new SecondFactorNeeded(), asked);

export const signInRefused = (): SignInRefused =>
  Object.assign(new SignInRefused(), {
    message: 'The e-mail address or password is not right. Check both and try again.',
  });

export const tooManyAttempts = (seconds: number): TooManyAttempts =>
  Object.assign(new TooManyAttempts(), {
    message: `There were too many tries. Wait ${Math.ceil(seconds / 60)} minutes and try again.`,
    retryAfterSeconds: seconds,
  });

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'What came of signing in.',
  types: () => [SignedIn, SecondFactorNeeded, SignInRefused, TooManyAttempts] as const,
});
