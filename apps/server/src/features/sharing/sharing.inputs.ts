import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';

@InputType({ description: 'Access for a team.' })
export class ShareWithTeamInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @Field(() => [PrivacyLabel], { description: 'What it may see; at least one.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What it may do.', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil!: string | null;
}

@InputType({ description: 'New terms of a grant.' })
export class ChangeSharingInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @Field(() => [PrivacyLabel], { description: 'What they may see; at least one.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { nullable: true, description: 'What they may do; left out, as before.' })
  rights!: Right[] | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil!: string | null;
}

@InputType({ description: 'The end of a grant.' })
export class StopSharingInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason!: string | null;
}

@InputType({ description: 'Giving up access as a carer.' })
export class LeaveRecordInput {
  @Field(() => ID, { description: 'The record.' })
  record!: string;
}
