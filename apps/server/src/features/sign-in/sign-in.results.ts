import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { Viewer } from './viewer.type.ts';

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
  types: () => [SignedIn, SignInRefused, TooManyAttempts] as const,
});
