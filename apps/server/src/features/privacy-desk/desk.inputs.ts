import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { ExactPersonInput } from '../emergency/index.ts';
import { EmergencyReview, FreezeKind } from './desk.type.ts';

@InputType({ description: 'A record or what an organisation sent to it, to be frozen.' })
export class FreezeRecordInput extends ExactPersonInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The officer’s organisation.' })
  organisation!: string;

  @Field(() => FreezeKind, { description: 'RECORD for all of it, SOURCE for what the organisation sent.' })
  kind!: FreezeKind;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'Somebody who works in the organisation, to be frozen.' })
export class FreezePersonInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The officer’s organisation.' })
  organisation!: string;

  @Field(() => ID, { description: 'The person.' })
  person!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A freeze to confirm.' })
export class ConfirmFreezeInput {
  @Field(() => ID, { description: 'The freeze.' })
  freeze!: string;
}

@InputType({ description: 'A freeze to lift.' })
export class LiftFreezeInput {
  @Field(() => ID, { description: 'The freeze.' })
  freeze!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A court’s order to carry out.' })
export class GiveCourtOrderInput extends ExactPersonInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The officer’s organisation.' })
  organisation!: string;

  @Field(() => ID, { description: 'The team that may see.' })
  team!: string;

  @Field(() => [PrivacyLabel], { description: 'What it may see; at least one.' })
  labels!: PrivacyLabel[];

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; left out, without end.' })
  validUntil?: string | null;

  @NotBlank()
  @MaxLength(100)
  @Field(() => String, { description: 'The court’s reference; 1 to 100 characters.' })
  reference!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'What was ordered; the patient reads it; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'A court’s order that ends.' })
export class EndCourtOrderInput {
  @Field(() => ID, { description: 'The order.' })
  order!: string;

  @NotBlank()
  @MaxLength(1000)
  @Field(() => String, { description: 'Why; 1 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What was found about an emergency access.' })
export class ReviewEmergencyInput {
  @Field(() => ID, { description: 'The emergency access.' })
  emergency!: string;

  @Field(() => EmergencyReview, { description: 'What was found.' })
  outcome!: EmergencyReview;

  @MaxLength(1000)
  @Field(() => String, { description: 'In words; at most 1,000 characters.' })
  note!: string;
}
