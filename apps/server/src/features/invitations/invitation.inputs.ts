import { IsEmail, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateText, DateTimeText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';

@InputType({ description: 'Taking up an invitation.' })
export class AcceptInvitationInput {
  @MaxLength(200)
  @Field(() => String, { description: 'The last part of the link.' })
  code!: string;

  @MaxLength(512)
  @Field(() => String, { description: 'A new password of 12 to 128 characters.' })
  password!: string;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: 'Given name, where staff have not checked it.' })
  givenName!: string | null;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: 'Family name, where staff have not checked it.' })
  familyName!: string | null;

  @Field(() => DateText, {
    nullable: true,
    description: 'Date of birth, for a record where staff have not checked who the person is.',
  })
  birthDate?: string | null;
}

@InputType({ description: 'Taking up an invitation as the person signed in.' })
export class AcceptSignedInInput {
  @MaxLength(200)
  @Field(() => String, { description: 'The last part of the link.' })
  code!: string;

  @Field(() => DateText, {
    nullable: true,
    description: 'Date of birth, for a record where staff have not checked who the person is.',
  })
  birthDate?: string | null;
}

@InputType({ description: 'An invitation to a carer.' })
export class InviteCarerInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Who it is for; 1 to 120 characters.' })
  name!: string;

  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'Their e-mail address.' })
  email!: string;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, {
    nullable: true,
    description: 'What they are to the patient, in the patient’s words; at most 60 characters.',
  })
  relationship!: string | null;

  @Field(() => [PrivacyLabel], { description: 'What they will see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'What they will be able to do.', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];

  @Field(() => ID, { nullable: true, description: 'The record; left out, the patient’s own.' })
  record?: string | null;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'Until when they may see; left out, without end.',
  })
  validUntil?: string | null;
}

@InputType({ description: 'An invitation to one professional, by themself and not by their employer.' })
export class InviteProfessionalInput extends InviteCarerInput {}

@InputType({ description: 'An invitation to send again.' })
export class ResendInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitation!: string;
}

@InputType({ description: 'An invitation to withdraw.' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitation!: string;
}
