import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { Organisation } from '../organisations/index.ts';
import { GranteeKind, PrivacyLabel, Right } from './consent-enums.ts';
import { Grant } from './grant.type.ts';
import { Receipt } from './receipt.type.ts';

@ObjectType({ simpleResolvers: true, description: 'A carer of a record.' })
export class Carer {
  @Field(() => ID, { description: 'Opaque id; use it to copy them in.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'What they are to the patient.' })
  relationship!: string | null;

  @Field(() => [PrivacyLabel], { description: 'Labels they may see now.' })
  labels!: PrivacyLabel[];
}

@ObjectType({ simpleResolvers: true, description: 'An invitation that waits to be taken up.' })
export class CarerInvitation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Who it is for.' })
  name!: string;

  @Field(() => String, { description: 'Where it was sent.' })
  email!: string;

  @Field(() => GranteeKind, { description: 'A carer, or a professional by themself.' })
  granteeKind!: GranteeKind;

  @Field(() => [PrivacyLabel], { description: 'What they will see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they will be able to do.' })
  rights!: Right[];

  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A time in which all sharing was stopped.' })
export class SharingStop {
  @Field(() => DateTimeText, { description: 'From when.' })
  stoppedAt!: string;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'When sharing began again; null while it is stopped.',
  })
  resumedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, in the patient’s words.' })
  reason!: string | null;

  @Field(() => Receipt, { description: 'What was decided last, to keep.' })
  receipt!: Receipt;
}

@ObjectType({ simpleResolvers: true, description: 'A study, and the patient’s word on it.' })
export class Study {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it is about, what is used and for how long, in plain words.' })
  description!: string;

  @Field(() => Organisation, { nullable: true, description: 'Who does it.' })
  organisation!: Organisation | null;

  @Field(() => Boolean, { description: 'Whether it still takes people in.' })
  isOpen!: boolean;

  @Field(() => Boolean, { description: 'Whether the patient has said yes; no by default.' })
  given!: boolean;

  @Field(() => DateTimeText, { nullable: true, description: 'When the patient last decided.' })
  decidedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Who may see a record, and who could.' })
export class Sharing {
  @Field(() => [Grant], { description: 'Every grant that was not ended, those for the record first.' })
  grants!: Grant[];

  @Field(() => [Grant], {
    description:
      'Access for direct care that came about without the patient, and that they have neither changed nor kept since, by name.',
  })
  undecided!: Grant[];

  @Field(() => [CarerInvitation], {
    description: 'Carers and individual professionals invited who have not answered.',
  })
  invitations!: CarerInvitation[];

  @Field(() => SharingStop, {
    nullable: true,
    description: 'The stop that holds now; null while sharing is on.',
  })
  stopped!: SharingStop | null;

  @Field(() => [SharingStop], { description: 'Every time sharing was stopped, newest first, at most 100.' })
  stops!: SharingStop[];

  @Field(() => [PrivacyLabel], {
    description: 'Labels of the summary that an emergency opens: all, unless the patient chose fewer.',
  })
  emergencyLabels!: PrivacyLabel[];

  @Field(() => [Study], { description: 'Studies that can be joined, and those the patient ever decided on.' })
  studies!: Study[];
}
