import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { Organisation, Team } from '../organisations/index.ts';

export const EmergencyReview = { JUSTIFIED: 'JUSTIFIED', NOT_JUSTIFIED: 'NOT_JUSTIFIED' } as const;
export type EmergencyReview = keyof typeof EmergencyReview;
registerEnumType(EmergencyReview, {
  name: 'EmergencyReview',
  description: 'What a privacy officer found about an emergency access.',
  valuesConfig: {
    JUSTIFIED: { description: 'It was an emergency.' },
    NOT_JUSTIFIED: { description: 'It was not: the organisation follows it up.' },
  },
});

export const FreezeKind = { RECORD: 'RECORD', SOURCE: 'SOURCE', PERSON: 'PERSON' } as const;
export type FreezeKind = keyof typeof FreezeKind;
registerEnumType(FreezeKind, {
  name: 'FreezeKind',
  description: 'What a freeze is of.',
  valuesConfig: {
    RECORD: { description: 'A whole record: it takes two officers.' },
    SOURCE: { description: 'What the organisation sent to one record.' },
    PERSON: { description: 'Somebody who works in the organisation.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'One record opened in an emergency by somebody of the organisation.',
})
export class EmergencyAccess {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Who opened it.' })
  person!: string;

  @Field(() => String, { description: 'The team they acted for.' })
  team!: string;

  @Field(() => String, { description: 'Whose record: the name, and nothing of what is in it.' })
  patient!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The reason they gave; null only where it cannot be opened.',
  })
  reason!: string | null;

  @Field(() => DateTimeText, { description: 'When.' })
  openedAt!: string;

  @Field(() => DateTimeText, { description: 'When it closed by itself, or will.' })
  closesAt!: string;

  @Field(() => EmergencyReview, {
    nullable: true,
    description: 'What an officer found; null until one looked into it.',
  })
  outcome!: EmergencyReview | null;

  @Field(() => String, { nullable: true, description: 'The officer’s words.' })
  note!: string | null;

  @Field(() => String, { nullable: true, description: 'The officer.' })
  reviewedBy!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the viewer may say what they found: nobody did, and it was not the viewer’s own.',
  })
  viewerMayReview!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A freeze, for safeguarding, with all that was decided about it.',
})
export class Freeze {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => FreezeKind, { description: 'What it is of.' })
  kind!: FreezeKind;

  @Field(() => String, { description: 'Whose record, or who: the name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Why; null only where it cannot be opened.' })
  reason!: string | null;

  @Field(() => String, { description: 'The officer who asked for it, or did it.' })
  askedBy!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  askedAt!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Of a record: the second officer; null while it waits for one.',
  })
  confirmedBy!: string | null;

  @Field(() => Boolean, { description: 'Whether it holds now.' })
  inForce!: boolean;

  @Field(() => DateTimeText, { nullable: true, description: 'When it was lifted.' })
  liftedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who lifted it.' })
  liftedBy!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted.' })
  liftReason!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the viewer may confirm it: a second officer, not the one who asked.',
  })
  viewerMayConfirm!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A court’s order that is in force.' })
export class CourtOrder {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The court’s reference.' })
  reference!: string;

  @Field(() => String, { description: 'Whose record: the name.' })
  patient!: string;

  @Field(() => String, { description: 'The team that may see.' })
  grantee!: string;

  @Field(() => [PrivacyLabel], { description: 'What it may see.' })
  labels!: PrivacyLabel[];

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; null without end.' })
  validUntil!: string | null;

  @Field(() => String, { description: 'The officer who gave it.' })
  givenBy!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who works in the organisation.' })
export class DeskPerson {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => String, { description: 'Their teams, in words.' })
  teams!: string;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'What a privacy officer of one organisation sees: names, dates and reasons, nothing of any record.',
})
export class PrivacyDesk {
  @Field(() => Organisation, { description: 'The organisation.' })
  organisation!: Organisation;

  @Field(() => [Freeze], {
    description: 'Freezes, those that hold or wait first, newest first, at most 100.',
  })
  freezes!: Freeze[];

  @Field(() => [CourtOrder], { description: 'Court orders in force, newest first, at most 100.' })
  courtOrders!: CourtOrder[];

  @Field(() => [Team], { description: 'Teams of the organisation, by name, at most 500.' })
  teams!: Team[];

  @Field(() => [DeskPerson], { description: 'People of the organisation, by name, at most 500.' })
  people!: DeskPerson[];
}
