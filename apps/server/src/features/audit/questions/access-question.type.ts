import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeText } from '../../../platform/graphql/scalars.ts';
import { AccessLogEntry } from '../access-log-entry.type.ts';

export const QuestionOutcome = { RIGHT: 'RIGHT', WRONG: 'WRONG', UNCLEAR: 'UNCLEAR' } as const;
export type QuestionOutcome = keyof typeof QuestionOutcome;
registerEnumType(QuestionOutcome, {
  name: 'QuestionOutcome',
  description: 'What came of a question about an entry of the access log.',
  valuesConfig: {
    RIGHT: { description: 'There was a good reason to look.' },
    WRONG: { description: 'There was no good reason: it should not have happened.' },
    UNCLEAR: { description: 'It could not be found out.' },
  },
});

@ObjectType({
  simpleResolvers: true,
  description: 'A question of the patient about an entry of the log: a case for a privacy officer.',
})
export class AccessQuestion {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The organisation whose privacy officer it goes to.' })
  organisation!: string;

  @Field(() => String, { description: 'Name of the patient when they asked.' })
  askedBy!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What they asked, in their words; null only where it cannot be opened.',
  })
  words!: string | null;

  @Field(() => DateTimeText, { description: 'When they asked.' })
  askedAt!: string;

  @Field(() => QuestionOutcome, { nullable: true, description: 'What came of it; null while it waits.' })
  outcome!: QuestionOutcome | null;

  @Field(() => String, { nullable: true, description: 'The answer in words; null while it waits.' })
  answer!: string | null;

  @Field(() => String, { nullable: true, description: 'Who answered; null while it waits.' })
  answeredBy!: string | null;

  @Field(() => DateTimeText, { nullable: true, description: 'When it was answered; null while it waits.' })
  answeredAt!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the viewer, as a privacy officer it goes to, may answer it: once, and never about their own look.',
  })
  viewerMayAnswer!: boolean;

  @Field(() => AccessLogEntry, { description: 'The entry it is about.' })
  entry!: AccessLogEntry;
}
