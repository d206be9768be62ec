import { IsEmail, IsOptional, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateText, UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';

@InputType({ description: 'What proves that somebody reads the mails of an address.' })
export class EmailProofInput {
  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The e-mail address the code was sent to.' })
  email!: string;

  @Field(() => UuidText, { description: 'The ticket that came with the sending.' })
  ticket!: string;

  @MaxLength(20)
  @Field(() => String, { description: 'The six digits in the mail; spaces do not matter.' })
  code!: string;
}

@InputType({ description: 'What a person says who registers by themself.' })
export class RegisterInput extends EmailProofInput {
  @MaxLength(512)
  @Field(() => String, { description: 'A new password of 12 to 128 characters.' })
  password!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Given name.' })
  givenName!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Family name.' })
  familyName!: string;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: 'What they like to be called.' })
  preferredName?: string | null;

  @Matches(/^\d{4}-\d\d-\d\d$/)
  @Field(() => DateText, { description: 'Date of birth.' })
  birthDate!: string;

  @IsOptional()
  @MaxLength(40)
  @Field(() => String, {
    nullable: true,
    description:
      'What they say of their NHS number; spaces do not matter. Left out where they do not know it.',
  })
  nhsNumber?: string | null;
}

@InputType({ description: 'Joining a team by its self-referral code.' })
export class JoinTeamInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @MaxLength(100)
  @Field(() => String, { description: 'The last part of the team’s link.' })
  code!: string;

  @Field(() => [PrivacyLabel], { description: 'What the team will see: its default labels or fewer.' })
  labels!: PrivacyLabel[];
}

@InputType({ description: 'Closing the own record.' })
export class CloseRecordInput {
  @Field(() => ID, { description: 'The own record, so that no other is closed by mistake.' })
  record!: string;
}
