import { Field, ID, ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { PrivacyLabel } from '../consent/index.ts';

@ObjectType({ simpleResolvers: true, description: 'What a partner’s app asks a person for.' })
export class AppRequest {
  @Field(() => ID, { description: 'Opaque id, good for fifteen minutes.' })
  id!: string;

  @Field(() => String, { description: 'What the app is called.' })
  appName!: string;

  @Field(() => String, { description: 'Who makes it.' })
  organisationName!: string;

  @Field(() => String, { description: 'What it is for, in its maker’s words.' })
  purpose!: string;

  @Field(() => [PrivacyLabel], { description: 'What it asks to see: parts of the record by their labels.' })
  labels!: PrivacyLabel[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'The app has its answer, and waits for the person to come back.',
})
export class AppAnswered {
  @Field(() => String, { description: 'Address of the app, with the answer.' })
  address!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The app asked too long ago, or has its answer already.',
})
export class AppRequestOver extends Problem {}
