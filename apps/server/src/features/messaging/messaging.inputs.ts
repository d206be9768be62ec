import { ArrayMaxSize, IsIn, IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { UuidText } from '../../platform/graphql/scalars.ts';
import { CHOSEN_LABELS, PrivacyLabel } from '../consent/index.ts';
import { MOST_FILES } from '../documents/index.ts';

@InputType({ description: 'A new discussion and its first message.' })
export class StartThreadInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The team to write to.' })
  team!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'What it is about; 1 to 120 characters.' })
  subject!: string;

  @IsIn(CHOSEN_LABELS)
  @Field(() => PrivacyLabel, { description: 'The privacy label of the whole discussion.' })
  label!: PrivacyLabel;

  @NotBlank()
  @MaxLength(10_000)
  @Field(() => String, { description: 'The first message; 1 to 10,000 characters.' })
  text!: string;

  @ArrayMaxSize(20)
  @Field(() => [ID], { description: 'Carers copied in.', defaultValue: [] })
  copyTo!: string[];

  @Field(() => Boolean, {
    description: 'Says yes to a carer without the label seeing this one discussion.',
    defaultValue: false,
  })
  allowCarersWithoutLabel!: boolean;

  @IsOptional()
  @ArrayMaxSize(MOST_FILES)
  @Field(() => [ID], {
    description:
      'Files the sender put up for the record and attached to nothing yet, in their order; at most 10.',
    nullable: true,
  })
  attachments?: string[] | null;
}

@InputType({ description: 'A message to send.' })
export class SendMessageInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The discussion.' })
  thread!: string;

  @NotBlank()
  @MaxLength(10_000)
  @Field(() => String, { description: 'What to say; 1 to 10,000 characters.' })
  text!: string;

  @IsOptional()
  @ArrayMaxSize(MOST_FILES)
  @Field(() => [ID], {
    description:
      'Files the sender put up for this discussion and attached to nothing yet, in their order; at most 10.',
    nullable: true,
  })
  attachments?: string[] | null;
}

@InputType({ description: 'A discussion to end.' })
export class CloseThreadInput {
  @Field(() => ID, { description: 'The discussion.' })
  thread!: string;
}

@InputType({ description: 'How far a discussion has been read.' })
export class MarkThreadReadInput {
  @Field(() => ID, { description: 'The discussion.' })
  thread!: string;

  @Min(0)
  @Field(() => Int, { description: 'Position of the last message read.' })
  position!: number;
}
