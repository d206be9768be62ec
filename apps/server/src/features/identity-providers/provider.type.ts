import { Field, ID, ObjectType } from 'type-graphql';
import type { Provider } from './relying-party/provider.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'Somebody else who knows people and whom a person can sign in with.',
})
export class SignInProvider {
  @Field(() => ID, { description: 'Its key, as `linkSignIn` takes it.' })
  id!: string;

  @Field(() => String, { description: 'What people know it by: “Continue with …”.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The organisation whose staff sign in with it; null for the national sign-in.',
  })
  organisationName!: string | null;

  @Field(() => String, { description: 'Path of this service that leads to it.' })
  startPath!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Where to sign in anew. Best in a window of its own: what is open here stays as it is.',
})
export class SignInAgain {
  @Field(() => String, {
    description:
      'Address of the provider, for this browser and this session alone and for ten minutes. It leads to `/sign-in/again/…` of the app, which says what came of it.',
  })
  address!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where to go to say who one is.' })
export class SignInToLink {
  @Field(() => String, {
    description: 'Address of the provider, for this browser alone and for ten minutes.',
  })
  address!: string;
}

/** A provider as people are told of it. */
export const shown = (provider: Provider): SignInProvider => ({
  id: provider.key,
  name: provider.name,
  organisationName: provider.staff?.organisationName ?? null,
  startPath: `/sign-in/start/${provider.key}`,
});
