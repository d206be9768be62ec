import { createUnionType, Field, ObjectType } from 'type-graphql';
import { Problem } from '../../../platform/graphql/problem.type.ts';
import { SignedIn, TooManyAttempts } from '../sign-in.results.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The code or passkey is not right, or was used before.',
})
export class FactorRefused extends Problem {}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'What was begun is over: it took longer than ten minutes, or was finished before. Begin again.',
})
export class StepExpired extends Problem {}

@ObjectType({ simpleResolvers: true, description: 'What a browser is asked to do with a passkey.' })
export class PasskeyQuestion {
  @Field(() => String, { description: 'Goes with the answer; holds for ten minutes, once.' })
  ticket!: string;

  @Field(() => String, {
    description: 'WebAuthn options as JSON, as browsers’ `parse…OptionsFromJSON` take them.',
  })
  options!: string;
}

@ObjectType({ simpleResolvers: true, description: 'An authenticator app is being set up.' })
export class AuthenticatorBegun {
  @Field(() => String, { description: 'The key in letters and digits (Base32), to type in.' })
  secret!: string;

  @Field(() => String, { description: 'The address (`otpauth://`) to show as a QR code.' })
  uri!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The factor is asked for from now on.' })
export class FactorAdded {
  @Field(() => [String], {
    nullable: true,
    description: 'Ten recovery codes, where this is the first factor: shown now and never again.',
  })
  recoveryCodes!: string[] | null;
}

@ObjectType({ simpleResolvers: true, description: 'New recovery codes; those before no longer work.' })
export class RecoveryCodes {
  @Field(() => [String], { description: 'Ten codes, shown now and never again.' })
  codes!: string[];
}

export const factorRefused = (message: string): FactorRefused =>
  Object.assign(new FactorRefused(), { message });

export const stepExpired = (): StepExpired =>
  Object.assign(new StepExpired(), { message: 'This took too long. Begin again.' });

export const PASSKEY_WRONG = 'This passkey could not be used here. Try again, or sign in another way.';

export const CompleteSignInResult = createUnionType({
  name: 'CompleteSignInResult',
  description: 'What came of the second step of signing in, or of a passkey.',
  types: () => [SignedIn, FactorRefused, StepExpired, TooManyAttempts] as const,
});

export const PasskeyQuestionResult = createUnionType({
  name: 'PasskeyQuestionResult',
  description: 'What a browser is asked, or how long to wait.',
  types: () => [PasskeyQuestion, TooManyAttempts] as const,
});

export const AddFactorResult = createUnionType({
  name: 'AddFactorResult',
  description: 'What came of adding a factor.',
  types: () => [FactorAdded, FactorRefused, StepExpired, TooManyAttempts] as const,
});
