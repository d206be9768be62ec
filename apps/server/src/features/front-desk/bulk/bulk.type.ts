import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Letterhead, SentBy, TakeUpLetter } from '../front-desk.type.ts';

export const BulkOutcome = {
  WILL_EMAIL: 'WILL_EMAIL',
  WILL_LETTER: 'WILL_LETTER',
  WRONG: 'WRONG',
  EMAILED: 'EMAILED',
  LETTER_MADE: 'LETTER_MADE',
  WAITING: 'WAITING',
  UNDER_SIXTEEN: 'UNDER_SIXTEEN',
  ALREADY_HERE: 'ALREADY_HERE',
} as const;
export type BulkOutcome = keyof typeof BulkOutcome;
registerEnumType(BulkOutcome, {
  name: 'BulkOutcome',
  description: 'What a row of a list comes to.',
  valuesConfig: {
    WILL_EMAIL: { description: 'An e-mail would go out.' },
    WILL_LETTER: { description: 'A letter would be made.' },
    WRONG: { description: 'Something is wrong with the row: nothing is done with it.' },
    EMAILED: { description: 'Registered, and an e-mail is on its way.' },
    LETTER_MADE: { description: 'Registered, and a letter was made.' },
    WAITING: { description: 'It waits for a person to decide whose record it is.' },
    UNDER_SIXTEEN: { description: 'Registered; nobody takes the record up before 16.' },
    ALREADY_HERE: { description: 'Registered; the person has taken their record up already and is told.' },
  },
});

export const BulkFault = {
  NHS_NUMBER_WRONG: 'NHS_NUMBER_WRONG',
  NHS_NUMBER_PLACEHOLDER: 'NHS_NUMBER_PLACEHOLDER',
  FAMILY_NAME_MISSING: 'FAMILY_NAME_MISSING',
  GIVEN_NAME_MISSING: 'GIVEN_NAME_MISSING',
  BIRTH_DATE_MISSING: 'BIRTH_DATE_MISSING',
  BIRTH_DATE_WRONG: 'BIRTH_DATE_WRONG',
  EMAIL_MISSING: 'EMAIL_MISSING',
  EMAIL_WRONG: 'EMAIL_WRONG',
  EMAIL_SHARED: 'EMAIL_SHARED',
  WAY_UNKNOWN: 'WAY_UNKNOWN',
  TWICE: 'TWICE',
  TOO_LONG: 'TOO_LONG',
  UNREADABLE: 'UNREADABLE',
} as const;
export type BulkFault = keyof typeof BulkFault;
registerEnumType(BulkFault, {
  name: 'BulkFault',
  description: 'What is wrong with a row of a list.',
  valuesConfig: {
    NHS_NUMBER_WRONG: { description: 'Not ten digits, or the check digit is wrong.' },
    NHS_NUMBER_PLACEHOLDER: { description: 'One digit ten times: nobody’s number.' },
    FAMILY_NAME_MISSING: { description: 'There is no family name.' },
    GIVEN_NAME_MISSING: { description: 'There is no given name.' },
    BIRTH_DATE_MISSING: { description: 'There is no birth date.' },
    BIRTH_DATE_WRONG: { description: 'It is no date, or lies in the future or too far back.' },
    EMAIL_MISSING: { description: 'The way is e-mail, and there is no address.' },
    EMAIL_WRONG: { description: 'It is no e-mail address.' },
    EMAIL_SHARED: { description: 'Another row has the same address: one address, one person.' },
    WAY_UNKNOWN: { description: 'The way is neither e-mail nor letter.' },
    TWICE: { description: 'Another row is about the same person.' },
    TOO_LONG: { description: 'A cell is longer than fits.' },
    UNREADABLE: { description: 'Some letters could not be read.' },
  },
});

export const ListProblem = {
  EMPTY: 'EMPTY',
  HEADINGS: 'HEADINGS',
  QUOTES: 'QUOTES',
  TOO_MANY: 'TOO_MANY',
  DOCUMENTS_NOT_CHECKED: 'DOCUMENTS_NOT_CHECKED',
  SENT_DIFFERENTLY: 'SENT_DIFFERENTLY',
} as const;
export type ListProblem = keyof typeof ListProblem;
registerEnumType(ListProblem, {
  name: 'BulkListProblem',
  description: 'Why a whole list cannot be used.',
  valuesConfig: {
    EMPTY: { description: 'There is no row in it.' },
    HEADINGS: { description: 'Its first line lacks headings: `missing` says which.' },
    QUOTES: { description: 'A quotation mark stands where it may not: `line` says where.' },
    TOO_MANY: { description: 'It has more than 5,000 rows.' },
    DOCUMENTS_NOT_CHECKED: { description: 'Nobody said that those with an e-mail address were checked.' },
    SENT_DIFFERENTLY: { description: 'The id was used for another list.' },
  },
});

@ObjectType({ simpleResolvers: true, description: 'A row of a list and what comes of it.' })
export class BulkRow {
  @Field(() => Int, { description: 'Its line in the list, counted from 1 with the headings.' })
  line!: number;

  @Field(() => String, { description: 'The name in it.' })
  name!: string;

  @Field(() => SentBy, {
    nullable: true,
    description: 'How the person is invited; null where that is not clear.',
  })
  way!: SentBy | null;

  @Field(() => BulkOutcome, { description: 'What it comes to.' })
  outcome!: BulkOutcome;

  @Field(() => [BulkFault], { description: 'What is wrong with it.' })
  faults!: BulkFault[];
}

@ObjectType({ simpleResolvers: true, description: 'What a list comes to, or would.' })
export class BulkInvitations {
  @Field(() => ListProblem, { nullable: true, description: 'Why none of it can be used; null when it can.' })
  problem!: ListProblem | null;

  @Field(() => Int, { nullable: true, description: 'Where in the list that problem is.' })
  line!: number | null;

  @Field(() => [String], { description: 'Headings that are missing.' })
  missing!: string[];

  @Field(() => Int, { description: 'How many rows the whole list has.' })
  total!: number;

  @Field(() => [BulkRow], { description: 'The rows: of a dry run all, else those done in this call.' })
  rows!: BulkRow[];

  @Field(() => Int, { nullable: true, description: 'Pass as `after` to go on; null at the end.' })
  next!: number | null;

  @Field(() => [TakeUpLetter], {
    description: 'Letters made in this call, to print: their codes are shown only now.',
  })
  letters!: TakeUpLetter[];

  @Field(() => Letterhead, {
    nullable: true,
    description: 'What stands at their head; null where there is none.',
  })
  letterhead!: Letterhead | null;
}
