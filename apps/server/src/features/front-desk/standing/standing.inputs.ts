import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../../platform/graphql/not-blank.ts';
import { DateText, UuidText } from '../../../platform/graphql/scalars.ts';

@InputType({ description: 'A record, the team the viewer acts for, and why.' })
class OnRecordInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, done once.' })
  id!: string;

  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => ID, { description: 'The team the viewer acts for.' })
  team!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why, or how it is known; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'That somebody has died.' })
export class RecordDeathInput extends OnRecordInput {
  @IsOptional()
  @Field(() => DateText, {
    nullable: true,
    description: 'The day they died; left out where it is not known.',
  })
  diedOn?: string | null;
}

@InputType({ description: 'That somebody has not died after all.' })
export class TakeBackDeathInput extends OnRecordInput {}

@InputType({ description: 'A person’s written wish to leave.' })
export class CloseForPatientInput extends OnRecordInput {}

@InputType({ description: 'A record that was closed by mistake.' })
export class ReopenForPatientInput {
  @Field(() => ID, { description: 'The act by which it was closed.' })
  closed!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why; 1 to 1,000 characters.' })
  reason!: string;
}
