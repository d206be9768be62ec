import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';
import { ExactPersonInput } from '../emergency/index.ts';

@InputType({ description: 'Asking a person for access to their record.' })
export class AskForAccessInput extends ExactPersonInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The team that asks; left out, the professional by themself.',
  })
  team?: string | null;

  @Field(() => [PrivacyLabel], { description: 'What they ask to see.', defaultValue: ['GENERAL'] })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they ask to do.', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why; the person reads it; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Asking for more of a record that one may see.' })
export class AskForMoreInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => ID, { nullable: true, description: 'The team that asks; left out, the person by themself.' })
  team?: string | null;

  @Field(() => [PrivacyLabel], { description: 'What they ask to see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they ask to do.' })
  rights!: Right[];

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why; the person reads it; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'An answer to somebody who asked.' })
export class AnswerAccessRequestInput {
  @Field(() => ID, { description: 'The question.' })
  request!: string;

  @Field(() => Boolean, { description: 'True for yes.' })
  give!: boolean;

  @Field(() => [PrivacyLabel], {
    nullable: true,
    description: 'What they may see; left out, what they asked for, beside what they have.',
  })
  labels?: PrivacyLabel[] | null;

  @Field(() => [Right], {
    nullable: true,
    description: 'What they may do; left out, what they asked for, beside what they have.',
  })
  rights?: Right[] | null;

  @Field(() => DateTimeText, {
    nullable: true,
    description:
      'Until when; null, without end; left out, until what ends what they have now, and without end for what is new.',
  })
  validUntil?: string | null;
}
