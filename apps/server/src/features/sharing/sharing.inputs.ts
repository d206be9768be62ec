import { IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';

/** What is given, and until when. */
@InputType({ description: 'What is given, and until when.' })
export abstract class SharingTerms {
  @Field(() => [PrivacyLabel], { description: 'What they may see; at least one.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they may do.', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil?: string | null;

  @Field(() => ID, { nullable: true, description: 'Until this discussion is closed.' })
  untilThreadClosed?: string | null;

  @Field(() => ID, { nullable: true, description: 'Until this team no longer cares for the person.' })
  untilDischargedBy?: string | null;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Access for a team.' })
export class ShareWithTeamInput extends SharingTerms {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The record; left out, the patient’s own.' })
  record?: string | null;

  @Field(() => ID, { description: 'The team.' })
  team!: string;
}

@InputType({ description: 'Access for everybody who works in an organisation.' })
export class ShareWithOrganisationInput extends SharingTerms {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The record; left out, the patient’s own.' })
  record?: string | null;

  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;
}

@InputType({
  description:
    'Sight of one entry, for exactly one of a team, an organisation, a carer or a professional by themself.',
})
export class ShareEntryInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The record; left out, the patient’s own.' })
  record?: string | null;

  @Field(() => ID, { description: 'The entry.' })
  entry!: string;

  @Field(() => ID, { nullable: true, description: 'A team.' })
  team?: string | null;

  @Field(() => ID, { nullable: true, description: 'An organisation.' })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: 'A carer of the record.' })
  carer?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A grant that has not ended: the professional who holds it by themself.',
  })
  holderOf?: string | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil?: string | null;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'New terms of a grant.' })
export class ChangeSharingInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @Field(() => [PrivacyLabel], { description: 'What they may see; at least one.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { nullable: true, description: 'What they may do; left out, as before.' })
  rights?: Right[] | null;

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Until this discussion is closed; left out, as before; null, no longer.',
  })
  untilThreadClosed?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Until this team no longer cares for the person; left out, as before; null, no longer.',
  })
  untilDischargedBy?: string | null;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'The end of a grant.' })
export class StopSharingInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A grant to give again as the patient’s own.' })
export class RenewSharingInput {
  @Field(() => ID, { description: 'The grant, narrowed or ended because its giver’s was.' })
  grant!: string;
}

@InputType({ description: 'The end of all sharing, or its beginning again.' })
export class StopAllSharingInput {
  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why, for the history; at most 500 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Giving up access as a carer or an individual professional.' })
export class LeaveRecordInput {
  @Field(() => ID, { description: 'The record.' })
  record!: string;
}

@InputType({ description: 'The end of a team’s care for a person.' })
export class DischargeInput {
  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => ID, { description: 'The team, one of the viewer’s.' })
  team!: string;

  @MaxLength(500)
  @Field(() => String, { description: 'Why, for the history the patient reads; at most 500 characters.' })
  reason!: string;
}

@InputType({ description: 'What an emergency may open.' })
export class EmergencyAccessInput {
  @Field(() => [PrivacyLabel], {
    description:
      'The labels of the summary that an emergency opens; none, and no emergency opens the record.',
  })
  labels!: PrivacyLabel[];
}

@InputType({ description: 'A yes or no to one study.' })
export class ResearchConsentInput {
  @Field(() => ID, { description: 'The study.' })
  study!: string;

  @Field(() => Boolean, { description: 'Whether the record may be used for it.' })
  given!: boolean;
}

@InputType({ description: 'A grant the patient has looked at and leaves as it is.' })
export class KeepSharingInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @Field(() => Int, { description: 'The version that was looked at.' })
  version!: number;
}
