import { Field, ID, ObjectType } from 'type-graphql';
import { DateText, DateTimeText } from '../../platform/graphql/scalars.ts';
import { Grant, PrivacyLabel, RecordAccess, Right } from '../consent/index.ts';
import { EmergencyContact } from './emergency-contact.type.ts';

@ObjectType({ simpleResolvers: true, description: 'One person’s record, as far as the viewer may see it.' })
export class PatientRecord {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Ms, Mr, Dr …' })
  title!: string | null;

  @Field(() => String, { description: 'Given name.' })
  givenName!: string;

  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @Field(() => String, { nullable: true, description: 'What they like to be called.' })
  preferredName!: string | null;

  @Field(() => DateText, { nullable: true, description: 'Date of birth.' })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: "As the person says; FHIR's administrative gender." })
  gender!: string | null;

  @Field(() => DateTimeText, { nullable: true, description: 'When they died.' })
  deceasedAt!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether somebody has told us that the person has died, with or without a day: it can be read and nothing else.',
  })
  hasDied!: boolean;

  @Field(() => String, { nullable: true, description: 'Ten digits; null unless the viewer may see GENERAL.' })
  nhsNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'In one line; null without GENERAL.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'Null without GENERAL.' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'Null without GENERAL.' })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Language they prefer, in words; null without GENERAL.',
  })
  language!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether an interpreter is needed; null where not known.',
  })
  interpreterNeeded!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words about communication needs, such as large print.',
  })
  communicationNeeds!: string | null;

  @Field(() => [EmergencyContact], {
    description:
      'Whom to call in an emergency: what each organisation sent last, the latest first. Empty without GENERAL, and while the record is restricted.',
  })
  emergencyContacts!: EmergencyContact[];

  @Field(() => [PrivacyLabel], { description: 'Labels the viewer may see now.' })
  viewerLabels!: PrivacyLabel[];

  @Field(() => [PrivacyLabel], {
    description: 'Labels under which the viewer may see the emergency summary, and nothing else, now.',
  })
  viewerSummaryLabels!: PrivacyLabel[];

  @Field(() => RecordAccess, { description: 'Why the viewer sees the record.' })
  viewerAccess!: RecordAccess;

  @Field(() => [Right], { description: 'Rights the viewer holds now on some label.' })
  viewerRights!: Right[];

  @Field(() => [Grant], {
    description: 'The grants by which the viewer sees this record; empty for the patient themself.',
  })
  viewerGrants!: Grant[];

  @Field(() => Boolean, { description: 'Whether the viewer decides who sees it: the patient alone.' })
  viewerMayShare!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may write in some discussion of it.' })
  viewerMayMessage!: boolean;
}
