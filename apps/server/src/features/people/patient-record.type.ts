import { Field, ID, ObjectType } from 'type-graphql';
import { DateText, DateTimeText } from '../../platform/graphql/scalars.ts';
import { Grant, PrivacyLabel, Right } from '../consent/index.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class PatientRecord {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { nullable: true, description: '' })
  title!: string | null;

  @Field(() => String, { description: '' })
  givenName!: string;

  @Field(() => String, { description: '' })
  familyName!: string;

  @Field(() => String, { nullable: true, description: '' })
  preferredName!: string | null;

  @Field(() => DateText, { nullable: true, description: '' })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: "As the person says; FHIR's administrative gender." })
  gender!: string | null;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  deceasedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Ten digits; null unless the viewer may see GENERAL.' })
  nhsNumber!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  email!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  language!: string | null;

  @Field(() => Boolean, { nullable: true, description: '' })
  interpreterNeeded!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words about communication needs, such as large print.',
  })
  communicationNeeds!: string | null;

  @Field(() => [PrivacyLabel], { description: 'Labels the viewer may see now.' })
  viewerLabels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'Rights the viewer holds now on some label.' })
  viewerRights!: Right[];

  @Field(() => [Grant], {
    description: 'The grants by which the viewer sees this record; empty for the patient themself.',
  })
  viewerGrants!: Grant[];

  @Field(() => Boolean, { description: '' })
  viewerMayShare!: boolean;

  @Field(() => Boolean, { description: '' })
  viewerMayMessage!: boolean;
}
