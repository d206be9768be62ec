import { Field, ID, InputType } from 'type-graphql';
import { DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';

@InputType({ description: '' })
export class ShareWithTeamInput {
  @Field(() => UuidText, { description: '' })
  id!: string;

  @Field(() => ID, { description: '' })
  team!: string;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: '', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];

  @Field(() => DateTimeText, { nullable: true, description: '' })
  validUntil!: string | null;
}

@InputType({ description: '' })
export class ChangeSharingInput {
  @Field(() => ID, { description: '' })
  grant!: string;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { nullable: true, description: '' })
  rights!: Right[] | null;

  @Field(() => DateTimeText, { nullable: true, description: '' })
  validUntil!: string | null;
}

@InputType({ description: '' })
export class StopSharingInput {
  @Field(() => ID, { description: '' })
  grant!: string;

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;
}

@InputType({ description: '' })
export class LeaveRecordInput {
  @Field(() => ID, { description: '' })
  record!: string;
}
