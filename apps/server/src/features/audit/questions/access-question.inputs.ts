import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../../platform/graphql/not-blank.ts';
import { UuidText } from '../../../platform/graphql/scalars.ts';
import { QuestionOutcome } from './access-question.type.ts';

@InputType({ description: 'A question about an entry of the own log.' })
export class QuestionAccessInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The entry.' })
  entry!: string;

  @NotBlank()
  @MaxLength(2_000)
  @Field(() => String, { description: 'What is asked; 1 to 2,000 characters. A privacy officer reads it.' })
  words!: string;
}

@InputType({ description: 'The answer to such a question.' })
export class AnswerAccessQuestionInput {
  @Field(() => ID, { description: 'The question.' })
  question!: string;

  @Field(() => QuestionOutcome, { description: 'What came of it.' })
  outcome!: QuestionOutcome;

  @NotBlank()
  @MaxLength(4_000)
  @Field(() => String, { description: 'What was found, for the patient to read; 1 to 4,000 characters.' })
  answer!: string;
}
