import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Viewer } from '../sign-in/index.ts';
import { linkedProviders } from './linked-providers.ts';
import { SignInProvider, shown } from './provider.type.ts';
import { nationalProvider, signsInTo, staffProviders } from './relying-party/provider.ts';

@Resolver(() => Viewer)
export class ProvidersResolver {
  @Query(() => SignInProvider, {
    nullable: true,
    description: 'The national sign-in of this installation, for patients; null where there is none.',
  })
  nationalSignIn(@Ctx() { services }: Context): SignInProvider | null {
    const provider = nationalProvider(services);
    return provider && shown(provider);
  }

  @Query(() => [SignInProvider], {
    description: 'Organisations whose staff sign in with their own sign-in, by name.',
  })
  async organisationSignIns(@Ctx() { services }: Context): Promise<SignInProvider[]> {
    return services.providers ? (await staffProviders(services)).map(shown) : [];
  }

  @FieldResolver(() => [String], {
    description: 'Names of the other sign-ins linked to this one: the national one, and employers’.',
  })
  async linkedSignIns(@Ctx() context: Context): Promise<string[]> {
    return [...new Set((await linkedProviders(context)).map(({ name }) => name))];
  }

  @FieldResolver(() => [SignInProvider], {
    description:
      'Those of the linked sign-ins that sign in to the app that asks: with each of them the person can show again that it is them (`beginSignInAgain`).',
  })
  async linkedProviders(@Ctx() context: Context): Promise<SignInProvider[]> {
    return (await linkedProviders(context)).filter((one) => signsInTo(one) === context.app).map(shown);
  }
}
