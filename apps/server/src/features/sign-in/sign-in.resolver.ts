import { MaxLength } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, Info, InputType, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { namedApp } from './named-app.ts';
import { endSession } from './sessions/sessions.ts';
import {
  SignedIn,
  SignInResult,
  secondFactorNeeded,
  signInRefused,
  tooManyAttempts,
} from './sign-in.results.ts';
import { signIn } from './sign-in.service.ts';
import { ownRecordAhead } from './viewer.resolver.ts';
import { Viewer } from './viewer.type.ts';

@InputType({ description: 'An e-mail address and its password.' })
class SignInInput {
  @MaxLength(320)
  @Field(() => String, { description: 'The e-mail address of the sign-in; case does not matter.' })
  email!: string;

  @MaxLength(512)
  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@Resolver()
export class SignInResolver {
  @Query(() => Viewer, {
    nullable: true,
    description: 'Who is signed in to the app that asks; null when nobody is.',
  })
  async viewer(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Viewer | null> {
    ownRecordAhead(context, info);
    return (await context.scope.viewer()) ? new Viewer() : null;
  }

  @Mutation(() => SignInResult, {
    description:
      'Signs a person in to the app named by the header `X-Heldwell-App`; sets its session cookie, or asks for a second factor.',
  })
  async signIn(
    @Ctx() context: Context,
    @Arg('input', () => SignInInput, { description: 'Who signs in.' }) input: SignInInput,
  ): Promise<typeof SignInResult> {
    const outcome = await signIn(context, namedApp(context), input);
    if (outcome.is === 'REFUSED') return signInRefused();
    if (outcome.is === 'SECOND_FACTOR') return secondFactorNeeded(outcome.asked);
    if (outcome.is === 'WAIT') return tooManyAttempts(outcome.seconds);
    return Object.assign(new SignedIn(), { viewer: new Viewer() });
  }

  @Mutation(() => Boolean, {
    description:
      'Ends the session of the app that asks, with every stream it opened. True when there was one.',
  })
  signOut(@Ctx() context: Context): Promise<boolean> {
    return endSession(context);
  }
}
