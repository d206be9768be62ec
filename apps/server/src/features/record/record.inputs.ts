import { IsIn, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CHOSEN_LABELS, PrivacyLabel } from '../consent/index.ts';

@InputType({ description: 'A new privacy label for an entry.' })
export class RelabelEntryInput {
  @Field(() => ID, { description: 'The entry.' })
  entry!: string;

  @IsIn(CHOSEN_LABELS)
  @Field(() => PrivacyLabel, { description: 'The label it is to carry.' })
  label!: PrivacyLabel;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason!: string | null;
}
