import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { TooManyAttempts, tooManyAttempts } from '../sign-in/index.ts';
import { beginSignInAgain, linkSignIn, unlinkSignIn } from './linking.service.ts';
import { SignInAgain, SignInToLink } from './provider.type.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'The other sign-in is linked no longer; whoever can use it cannot sign in here.',
})
class SignInUnlinked {
  @Field(() => Boolean, { description: 'Always true.' })
  done!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'It is the only way this person signs in: they choose a password or add a passkey first.',
})
class LastWayIn extends Problem {}

const UnlinkSignInResult = createUnionType({
  name: 'UnlinkSignInResult',
  description: 'What came of unlinking a sign-in.',
  types: () => [SignInUnlinked, LastWayIn] as const,
});

const BeginSignInAgainResult = createUnionType({
  name: 'BeginSignInAgainResult',
  description: 'What came of beginning to sign in again somewhere else.',
  types: () => [SignInAgain, TooManyAttempts] as const,
});

const KEY = { description: 'Key of the provider.' };

@Resolver()
export class LinkingResolver {
  @Mutation(() => SignInToLink, {
    description:
      'Begins to link another sign-in to the one a person has: they go to its address and come back linked, and are told by mail. Needs a fresh sign-in.',
  })
  async linkSignIn(
    @Ctx() context: Context,
    @Arg('provider', () => ID, KEY) provider: string,
  ): Promise<SignInToLink> {
    return Object.assign(new SignInToLink(), { address: await linkSignIn(context, provider) });
  }

  @Mutation(() => UnlinkSignInResult, {
    description:
      'Unlinks another sign-in, of which the person is told by mail. `NOT_FOUND` in `fields` where it is not linked. Needs a fresh sign-in.',
  })
  async unlinkSignIn(
    @Ctx() context: Context,
    @Arg('provider', () => ID, KEY) provider: string,
  ): Promise<typeof UnlinkSignInResult> {
    if (await unlinkSignIn(context, provider)) return Object.assign(new SignInUnlinked(), { done: true });
    return Object.assign(new LastWayIn(), {
      message: 'This is the only way you sign in. Choose a password or add a passkey first.',
    });
  }

  @Mutation(() => BeginSignInAgainResult, {
    description:
      'Shows again who is signed in by signing in anew at a linked provider (one of `Viewer.linkedProviders`), as the error `FRESH_SIGN_IN_NEEDED` asks for. Then the act is tried once more.',
  })
  async beginSignInAgain(
    @Ctx() context: Context,
    @Arg('provider', () => ID, KEY) provider: string,
  ): Promise<typeof BeginSignInAgainResult> {
    const begun = await beginSignInAgain(context, provider);
    if ('seconds' in begun) return tooManyAttempts(begun.seconds);
    return Object.assign(new SignInAgain(), begun);
  }
}
