import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateText, DateTimeText } from '../../../platform/graphql/scalars.ts';
import { IdentityCheckedBy } from '../../registration/index.ts';

export const MatchKind = { RECORD: 'RECORD', SIGN_IN: 'SIGN_IN' } as const;
export type MatchKind = keyof typeof MatchKind;
registerEnumType(MatchKind, {
  name: 'MatchKind',
  description: 'Who claims a record.',
  valuesConfig: {
    RECORD: { description: 'Somebody with a sign-in and a record of their own here.' },
    SIGN_IN: {
      description: 'Somebody who came by a national sign-in and is not let in before it is settled.',
    },
  },
});

export const MatchReason = {
  NOT_EMPTY: 'NOT_EMPTY',
  TAKEN: 'TAKEN',
  NAMES_DIFFER: 'NAMES_DIFFER',
  OTHER_NUMBER: 'OTHER_NUMBER',
} as const;
export type MatchReason = keyof typeof MatchReason;
registerEnumType(MatchReason, {
  name: 'MatchReason',
  description: 'Why no program decides it.',
  valuesConfig: {
    NOT_EMPTY: { description: 'They have a record of their own that holds something already.' },
    TAKEN: { description: 'The record is somebody’s already, or its person has died.' },
    NAMES_DIFFER: { description: 'The family name or the birth date is not the same.' },
    OTHER_NUMBER: { description: 'The NHS number and the birth date do not agree with one another.' },
  },
});

export const MatchOutcome = {
  RECORD_OPENS: 'RECORD_OPENS',
  BOTH_KEPT: 'BOTH_KEPT',
  OTHER_SIGN_IN: 'OTHER_SIGN_IN',
  NEXT_SIGN_IN: 'NEXT_SIGN_IN',
  NOT_SAME: 'NOT_SAME',
} as const;
export type MatchOutcome = keyof typeof MatchOutcome;
registerEnumType(MatchOutcome, {
  name: 'MatchOutcome',
  description: 'What comes of settling a case.',
  valuesConfig: {
    RECORD_OPENS: { description: 'The record opens to the person, in place of an empty one of their own.' },
    BOTH_KEPT: { description: 'One person; nothing is moved, and each record stays as it is.' },
    OTHER_SIGN_IN: { description: 'One person; the record opens with another sign-in they have here.' },
    NEXT_SIGN_IN: {
      description: 'One person; the record opens when they next come by the national sign-in.',
    },
    NOT_SAME: { description: 'Two people: the record stays as it is, and the other gets none of it.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description:
    'Somebody claims a record, and no program may decide whether it is theirs. For staff who coordinate or manage a team that cares for the record’s patient.',
})
export class MatchCase {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => MatchKind, { description: 'Who claims it.' })
  kind!: MatchKind;

  @Field(() => MatchReason, { description: 'Why it waits.' })
  reason!: MatchReason;

  @Field(() => IdentityCheckedBy, { description: 'How somebody made sure who the claimant is.' })
  how!: IdentityCheckedBy;

  @Field(() => DateTimeText, { description: 'Since when it waits.' })
  since!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether both sides have one NHS number; null where one of them is not known.',
  })
  sameNumber!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Given name as the claimant, or their check, said it.',
  })
  givenName!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Family name as the claimant, or their check, said it.',
  })
  familyName!: string | null;

  @Field(() => DateText, {
    nullable: true,
    description: 'Date of birth as the claimant, or their check, said it.',
  })
  birthDate!: string | null;

  @Field(() => ID, { nullable: true, description: 'The record, where the viewer may open it.' })
  record!: string | null;

  @Field(() => String, { description: 'Given name on the record.' })
  recordGivenName!: string;

  @Field(() => String, { description: 'Family name on the record.' })
  recordFamilyName!: string;

  @Field(() => DateText, {
    nullable: true,
    description: 'Date of birth on the record; null where not known.',
  })
  recordBirthDate!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody has the record already.' })
  recordTaken!: boolean;

  @Field(() => MatchOutcome, {
    nullable: true,
    description: 'What comes of saying that it is one person; null where nobody may have the record.',
  })
  ifSamePerson!: MatchOutcome | null;

  @Field(() => Boolean, { description: 'False where the case is about the viewer themself.' })
  viewerMaySettle!: boolean;
}
