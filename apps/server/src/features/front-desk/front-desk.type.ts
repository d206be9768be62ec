import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateText, DateTimeText } from '../../platform/graphql/scalars.ts';

export const DocumentSeen = {
  PASSPORT: 'PASSPORT',
  DRIVING_LICENCE: 'DRIVING_LICENCE',
  RESIDENCE_PERMIT: 'RESIDENCE_PERMIT',
  BIRTH_CERTIFICATE: 'BIRTH_CERTIFICATE',
  BILL_OR_BANK_STATEMENT: 'BILL_OR_BANK_STATEMENT',
  KNOWN_TO_ME: 'KNOWN_TO_ME',
} as const;
export type DocumentSeen = keyof typeof DocumentSeen;
registerEnumType(DocumentSeen, {
  name: 'DocumentSeen',
  description: 'What somebody saw to be sure who a person is.',
  valuesConfig: {
    PASSPORT: { description: 'A passport.' },
    DRIVING_LICENCE: { description: 'A driving licence.' },
    RESIDENCE_PERMIT: { description: 'A residence permit.' },
    BIRTH_CERTIFICATE: { description: 'A birth certificate.' },
    BILL_OR_BANK_STATEMENT: { description: 'A bill or bank statement with the address.' },
    KNOWN_TO_ME: { description: 'No document: whoever vouches knows the person.' },
  },
});

export const RegistrationState = {
  REGISTERED: 'REGISTERED',
  WAITING: 'WAITING',
  SET_ASIDE: 'SET_ASIDE',
} as const;
export type RegistrationState = keyof typeof RegistrationState;
registerEnumType(RegistrationState, {
  name: 'RegistrationState',
  description: 'What became of a registration.',
  valuesConfig: {
    REGISTERED: { description: 'It belongs to a record.' },
    WAITING: { description: 'It does not fit what is known: a person decides.' },
    SET_ASIDE: { description: 'A person settled it another way.' },
  },
});

export const SentBy = { HAND: 'HAND', EMAIL: 'EMAIL', LETTER: 'LETTER' } as const;
export type SentBy = keyof typeof SentBy;
registerEnumType(SentBy, {
  name: 'SentBy',
  description: 'How an invitation reaches whom it is for.',
  valuesConfig: {
    HAND: { description: 'A link that somebody passed on.' },
    EMAIL: { description: 'A link in an e-mail.' },
    LETTER: { description: 'Two codes in a letter, used with the birth date.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'Somebody of the staff made sure who the person is.' })
export class DocumentCheck {
  @Field(() => [DocumentSeen], { description: 'What they saw.' })
  documents!: DocumentSeen[];

  @Field(() => String, { description: 'Who.' })
  checkedBy!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  checkedAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A link or letter to take a record up, not used yet.' })
export class TakeUpInvitation {
  @Field(() => SentBy, { description: 'How it was sent.' })
  sentBy!: SentBy;

  @Field(() => String, { description: 'Who sent it.' })
  invitedBy!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  createdAt!: string;

  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How far a person has come in taking their record up, for staff of teams that care for them.',
})
export class TakingUp {
  @Field(() => Boolean, { description: 'Whether the person has taken it up.' })
  takenUp!: boolean;

  @Field(() => Boolean, { description: 'Whether somebody made sure who took it up; false before that.' })
  verified!: boolean;

  @Field(() => Boolean, { description: 'Whether they are under 16: nobody takes the record up before.' })
  underSixteen!: boolean;

  @Field(() => [DocumentCheck], { description: 'Checks by the viewer’s teams, newest first, at most 20.' })
  checks!: DocumentCheck[];

  @Field(() => [TakeUpInvitation], { description: 'What still works, newest first, at most 20.' })
  invitations!: TakeUpInvitation[];

  @Field(() => Boolean, { description: 'Whether the viewer may invite: not taken up, 16 or over, alive.' })
  viewerMayInvite!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the viewer may vouch: not for themself, nor again once verified.',
  })
  viewerMayVouch!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'Who noted that the person has died, with their team, where that is a team of the viewer’s; else null.',
  })
  deathRecordedBy!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the viewer may note that the person has died: for a team they coordinate or manage, or work in as administrators, and not of themself.',
  })
  viewerMayRecordDeath!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the viewer may say that the person lives after all, as those who may note a death.',
  })
  viewerMayTakeBackDeath!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the viewer may close the record at its person’s written wish, as those who may note a death.',
  })
  viewerMayClose!: boolean;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A registration face to face, as the team sees it that made it.',
})
export class Registration {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => RegistrationState, { description: 'What became of it.' })
  state!: RegistrationState;

  @Field(() => ID, { nullable: true, description: 'The record, where the viewer may see it.' })
  record!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it waits, in a sentence.' })
  reason!: string | null;

  @Field(() => String, { description: 'Who registered.' })
  registeredBy!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  registeredAt!: string;

  @Field(() => String, { nullable: true, description: 'While it waits: the given name as it was entered.' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: 'While it waits: the family name.' })
  familyName!: string | null;

  @Field(() => DateText, { nullable: true, description: 'While it waits: the date of birth.' })
  birthDate!: string | null;

  @Field(() => String, { nullable: true, description: 'While it waits: the NHS number.' })
  nhsNumber!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A letter to print: its codes are shown only now.' })
export class TakeUpLetter {
  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => String, { description: 'Who it is for.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it goes, in one line; null where it is not known.',
  })
  address!: string | null;

  @Field(() => String, { description: 'The first code.' })
  firstCode!: string;

  @Field(() => String, { description: 'The second code.' })
  secondCode!: string;

  @Field(() => DateTimeText, { description: 'Until when they can be used.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What stands at the head of a letter.' })
export class Letterhead {
  @Field(() => String, { description: 'The organisation.' })
  organisation!: string;

  @Field(() => String, { description: 'The team.' })
  team!: string;

  @Field(() => String, { nullable: true, description: 'When the team works, in words.' })
  openingHours!: string | null;

  @Field(() => String, { description: 'What the organisation calls this service.' })
  serviceName!: string;

  @Field(() => String, { nullable: true, description: 'What greets those it invites.' })
  welcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Its logo as a data URL.' })
  logo!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'Letters that were made.' })
export class LettersMade {
  @Field(() => Letterhead, { description: 'What stands at their head.' })
  letterhead!: Letterhead;

  @Field(() => [TakeUpLetter], { description: 'The letters, in the order asked for.' })
  letters!: TakeUpLetter[];

  @Field(() => Int, {
    description: 'For how many of those asked for there is none: taken up, under 16, or not seen.',
  })
  leftOut!: number;
}
