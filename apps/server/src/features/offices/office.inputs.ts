import { ArrayMaxSize, IsEmail, IsOptional, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';
import { TeamRole } from '../organisations/index.ts';
import { Office } from './office.type.ts';

@InputType({ description: 'A new team.' })
export class CreateTeamInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Its name; 1 to 120 characters.' })
  name!: string;

  @Matches(/^[A-Z0-9-]{2,20}$/)
  @Field(() => String, { description: 'Its short code: 2 to 20 capitals, digits and hyphens, used once.' })
  code!: string;
}

@InputType({ description: 'Settings of a team.' })
export class ChangeTeamInput {
  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Its name; 1 to 120 characters.' })
  name!: string;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'What it does; at most 500 characters.' })
  description!: string | null;

  @ArrayMaxSize(5)
  @Field(() => [PrivacyLabel], { description: 'What it sees of a patient it begins to care for.' })
  defaultLabels!: PrivacyLabel[];

  @Field(() => Boolean, { description: 'Whether patients can write to it.' })
  takesMessages!: boolean;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, {
    nullable: true,
    description: 'How soon it usually answers; at most 120 characters.',
  })
  answerTime!: string | null;

  @IsOptional()
  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'When it works; at most 300 characters.' })
  openingHours!: string | null;
}

@InputType({ description: 'Whether people can add themselves to a team.' })
export class SetJoinCodeInput {
  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @Field(() => Boolean, {
    description: 'True makes a new code, and the one before stops working; false ends it.',
  })
  on!: boolean;
}

@InputType({ description: 'What greets those an organisation invites, and how it works with records.' })
export class ChangeOrganisationInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'What it calls this service; at most 60 characters.' })
  serviceName!: string | null;

  @IsOptional()
  @MaxLength(1000)
  @Field(() => String, {
    nullable: true,
    description: 'What greets those it invites; at most 1,000 characters.',
  })
  welcome!: string | null;

  @Field(() => PrivacyLabel, { description: 'The label of what it sends, where that names none.' })
  defaultLabel!: PrivacyLabel;

  @Field(() => Boolean, { description: 'Whether it asks its own check of who somebody is.' })
  asksOwnCheck!: boolean;
}

@InputType({ description: 'The logo of an organisation.' })
export class SetLogoInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;

  @IsOptional()
  @MaxLength(280_000)
  @Field(() => String, {
    nullable: true,
    description: 'PNG, JPEG or WebP in base64, at most 200 KB and 2,000 pixels a side; null takes it away.',
  })
  picture!: string | null;
}

@InputType({ description: 'Somebody who is asked to work here.' })
export class InviteStaffInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, sent once.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The team; left out for an office alone.' })
  team?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation, where no team is named.' })
  organisation?: string | null;

  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'Their work address.' })
  email!: string;

  @Field(() => TeamRole, { nullable: true, description: 'What they will be in the team.' })
  role?: TeamRole | null;

  @Field(() => Office, { nullable: true, description: 'An office they will hold.' })
  office?: Office | null;

  @IsOptional()
  @MaxLength(80)
  @Field(() => String, { nullable: true, description: 'What they do, in words; at most 80 characters.' })
  jobTitle?: string | null;
}

@InputType({ description: 'A member of a team.' })
export class TeamMemberInput {
  @Field(() => ID, { description: 'The team.' })
  team!: string;

  @Field(() => ID, { description: 'The person.' })
  person!: string;
}

@InputType({ description: 'What a member of a team becomes.' })
export class ChangeMemberInput extends TeamMemberInput {
  @Field(() => TeamRole, { description: 'What they will be.' })
  role!: TeamRole;

  @IsOptional()
  @MaxLength(80)
  @Field(() => String, { nullable: true, description: 'What they do, in words; at most 80 characters.' })
  jobTitle!: string | null;
}

@InputType({ description: 'An office and who is meant.' })
export class OfficeInput {
  @Field(() => ID, { description: 'The organisation.' })
  organisation!: string;

  @Field(() => ID, { description: 'The person.' })
  person!: string;

  @Field(() => Office, { description: 'The office.' })
  office!: Office;
}

@InputType({ description: 'Taking up an invitation to work here.' })
export class AcceptStaffInvitationInput {
  @MaxLength(200)
  @Field(() => String, { description: 'The last part of the link.' })
  code!: string;

  @MaxLength(512)
  @Field(() => String, {
    description: 'The password of the sign-in there is, else a new one of 12 to 128 characters.',
  })
  password!: string;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: 'Given name for a new sign-in.' })
  givenName?: string | null;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, { nullable: true, description: 'Family name for a new sign-in.' })
  familyName?: string | null;
}
