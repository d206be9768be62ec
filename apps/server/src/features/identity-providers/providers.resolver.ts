import {
  Arg,
  Ctx,
  createUnionType,
  FieldResolver,
  ID,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { badInput, unauthenticated } from '../../platform/problems.ts';
import { newToken } from '../../platform/secrets.ts';
import { Viewer } from '../sign-in/index.ts';
import { SignInProvider, SignInToLink } from './provider.type.ts';
import { nationalProvider, type Provider, providerByKey, staffProviders } from './relying-party/provider.ts';
import { RelyingParty } from './relying-party/relying-party.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'The password was last said more than five minutes ago: say it again first (`confirmPassword`).',
})
class PasswordNeeded extends Problem {}

const LinkSignInResult = createUnionType({
  name: 'LinkSignInResult',
  description: 'What came of beginning to link a sign-in.',
  types: () => [SignInToLink, PasswordNeeded] as const,
});

const shown = (provider: Provider): SignInProvider => ({
  id: provider.key,
  name: provider.name,
  organisationName: provider.staff?.organisationName ?? null,
  startPath: `/sign-in/start/${provider.key}`,
});

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
  async linkedSignIns(@Ctx() { services, scope }: Context): Promise<string[]> {
    const rows = await scope.query<{ issuer: string }>({
      name: 'linked_sign_ins',
      text: 'select issuer from heldwell.person_identity where person_id = heldwell.viewer_person()',
    });
    if (rows.length === 0) return [];
    const national = nationalProvider(services);
    const known = [...(national ? [national] : []), ...(await staffProviders(services))];
    const issuers = rows.map(({ issuer }) => issuer);
    return [...new Set(known.filter(({ issuer }) => issuers.includes(issuer)).map(({ name }) => name))];
  }

  @Mutation(() => LinkSignInResult, {
    description:
      'Begins to link another sign-in to the one a person has: they go to its address and come back linked. Asks for the password again after five minutes.',
  })
  async linkSignIn(
    @Ctx() context: Context,
    @Arg('provider', () => ID, { description: 'Key of the provider.' }) key: string,
  ): Promise<typeof LinkSignInResult> {
    const { services, scope, app } = context;
    const viewer = await scope.viewer();
    if (!viewer || !app) throw unauthenticated();
    const provider = services.providers && (await providerByKey(services, key));
    const fits = app === (provider?.staff ? 'PROFESSIONAL' : 'PATIENT');
    if (!services.providers || !provider || !fits) throw badInput([{ path: 'provider', code: 'NOT_FOUND' }]);
    const [fresh] = await scope.query<{ fresh: boolean }>({
      text: 'select heldwell.session_is_fresh($1) as fresh',
      values: [viewer.sessionId],
    });
    if (!fresh?.fresh)
      return Object.assign(new PasswordNeeded(), { message: 'Say your password again first.' });
    const browser = newToken();
    const underWay = { app, linkingPersonId: viewer.personId, target: null, silent: false };
    const address = await new RelyingParty(services, services.providers).leave({
      browser,
      provider,
      underWay,
    });
    context.cookies.setBrowser?.(browser);
    return Object.assign(new SignInToLink(), { address: address.href });
  }
}
