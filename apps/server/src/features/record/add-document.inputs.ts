import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateText, UuidText } from '../../platform/graphql/scalars.ts';
import { CHOSEN_LABELS, PrivacyLabel } from '../consent/index.ts';
import { MOST_FILES } from '../documents/index.ts';

@InputType({ description: 'A document to add to a record.' })
export class AddDocumentInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The record it is added to.' })
  record!: string;

  @IsIn(CHOSEN_LABELS)
  @Field(() => PrivacyLabel, { description: 'Its privacy label.' })
  label!: PrivacyLabel;

  @NotBlank()
  @MaxLength(200)
  @Field(() => String, { description: 'What it is; 1 to 200 characters.' })
  title!: string;

  @IsOptional()
  @Field(() => DateText, { nullable: true, description: 'The day it is of; null where that is not known.' })
  date!: string | null;

  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_FILES)
  @Field(() => [ID], {
    description: 'Its files, in their order: 1 to 10 that the author put up for the record.',
  })
  attachments!: string[];
}
