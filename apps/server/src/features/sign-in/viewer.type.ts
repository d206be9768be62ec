import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export const App = {
  PATIENT: 'PATIENT',
  CARER: 'CARER',
  PROFESSIONAL: 'PROFESSIONAL',
  PARTNER: 'PARTNER',
} as const;
export type App = keyof typeof App;
registerEnumType(App, {
  name: 'App',
  description: 'One of the three apps, each with a session of its own; or a partner’s.',
  valuesConfig: {
    PATIENT: { description: 'For the person whose record it is.' },
    CARER: { description: 'For family, friends and paid carers.' },
    PROFESSIONAL: { description: 'For members of teams.' },
    PARTNER: { description: 'A partner’s app, by a token of its own.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'One sign-in; the same person may be patient, carer and professional.',
})
export class Person {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Given name.' })
  givenName!: string;

  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { description: 'The e-mail address they sign in with.' })
  email!: string;
}

@ObjectType({ description: 'Who is signed in, and as what.' })
export class Viewer {}
