import { Field, ID, ObjectType } from 'type-graphql';
import { PrivacyLabel } from '../consent/index.ts';
import { Brand } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';

@ObjectType({ simpleResolvers: true, description: 'A team that takes people who come by themselves.' })
export class JoinOffer {
  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @Field(() => String, { description: 'Its name.' })
  teamName!: string;

  @Field(() => String, { description: 'Its organisation.' })
  organisationName!: string;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'How soon it usually answers, in words.' })
  answerTime!: string | null;

  @Field(() => [PrivacyLabel], { description: 'What it sees of those who join, unless they choose less.' })
  labels!: PrivacyLabel[];

  @Field(() => Brand, { description: 'How its organisation greets people.' })
  brand!: Brand;

  @Field(() => Boolean, { description: 'Whether the viewer’s own record is shared with it already.' })
  joined!: boolean;
}

@ObjectType({ description: 'The team has access from now on, and can be written to.' })
export class TeamJoined {
  patientId!: string;

  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @Field(() => PatientRecord, { description: 'The own record.' })
  record!: PatientRecord;
}
