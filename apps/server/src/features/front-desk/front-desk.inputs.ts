import { ArrayMaxSize, ArrayMinSize, IsEmail, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { NotBlank } from '../../platform/graphql/not-blank.ts';
import { DateText, UuidText } from '../../platform/graphql/scalars.ts';
import { DocumentSeen } from './front-desk.type.ts';

const optional = (description: string) => ({ nullable: true, description });

@InputType({ description: 'Somebody who is registered face to face.' })
export class RegisterPatientInput {
  @Field(() => UuidText, { description: 'Chosen by the client: sent twice, stored once.' })
  id!: string;

  @Field(() => ID, { description: 'The team that begins to care for them.' })
  team!: string;

  @IsOptional()
  @MaxLength(20)
  @Field(() => String, optional('Ms, Mr, Dr …; at most 20 characters.'))
  title?: string | null;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Given name; 1 to 120 characters.' })
  givenName!: string;

  @NotBlank()
  @MaxLength(120)
  @Field(() => String, { description: 'Family name; 1 to 120 characters.' })
  familyName!: string;

  @IsOptional()
  @MaxLength(120)
  @Field(() => String, optional('What they like to be called; at most 120 characters.'))
  preferredName?: string | null;

  @Field(() => DateText, { description: 'Date of birth.' })
  birthDate!: string;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, optional('As the person says; at most 60 characters.'))
  gender?: string | null;

  @IsOptional()
  @MaxLength(40)
  @Field(() => String, optional('With any spaces or hyphens; left out where it is not known.'))
  nhsNumber?: string | null;

  @IsOptional()
  @MaxLength(400)
  @Field(() => String, optional('In one line, parts with commas between; at most 400 characters.'))
  address?: string | null;

  @IsOptional()
  @MaxLength(40)
  @Field(() => String, optional('Telephone number; at most 40 characters.'))
  phone?: string | null;

  @IsOptional()
  @IsEmail()
  @MaxLength(320)
  @Field(() => String, optional('E-mail address.'))
  email?: string | null;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, optional('Language they prefer, in words; at most 60 characters.'))
  language?: string | null;

  @Field(() => Boolean, optional('Whether an interpreter is needed; left out where nobody asked.'))
  interpreterNeeded?: boolean | null;

  @IsOptional()
  @MaxLength(500)
  @Field(() => String, optional('Such as large print; at most 500 characters.'))
  communicationNeeds?: string | null;

  @ArrayMaxSize(6)
  @Field(() => [DocumentSeen], {
    description: 'What the viewer saw and vouches for; empty where they do not.',
  })
  documents!: DocumentSeen[];

  @Field(() => ID, optional('A registration that waits, which this one stands for: it is set aside.'))
  instead?: string | null;
}

@InputType({ description: 'Who somebody is, said by staff who made sure.' })
export class VouchInput {
  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => ID, { description: 'The team the viewer acts for.' })
  team!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(6)
  @Field(() => [DocumentSeen], { description: 'What they saw; at least one.' })
  documents!: DocumentSeen[];
}

@InputType({ description: 'An invitation to take a record up.' })
export class InviteToTakeUpInput {
  @Field(() => ID, { description: 'The record.' })
  record!: string;

  @Field(() => ID, { description: 'The team the viewer acts for.' })
  team!: string;

  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The person’s own e-mail address.' })
  email!: string;

  @Field(() => Boolean, {
    description: 'Whether the viewer checked documents, and that this is the person’s own address.',
  })
  documentsChecked!: boolean;
}

@InputType({ description: 'Letters to take records up.' })
export class MakeLettersInput {
  @Field(() => ID, { description: 'The team the viewer acts for.' })
  team!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @Field(() => [ID], { description: 'The records; 1 to 200.' })
  records!: string[];
}

@InputType({ description: 'Many people to invite, as CSV.' })
export class InviteManyInput {
  @Field(() => UuidText, { description: 'Chosen by the client for the whole list: sent twice, done once.' })
  id!: string;

  @Field(() => ID, { description: 'The team that begins to care for them.' })
  team!: string;

  @MaxLength(900_000)
  @Field(() => String, {
    description:
      'A heading and at most 5,000 rows: NHS number, family name, given name, birth date, e-mail, way.',
  })
  text!: string;

  @Field(() => Boolean, { description: 'True only says what would happen: nothing is stored or looked up.' })
  dryRun!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether somebody made sure who the people with an e-mail address are; nothing is sent before.',
  })
  documentsChecked!: boolean;

  @Field(() => Int, { nullable: true, description: 'Goes on after this line: `next` of the answer before.' })
  after?: number | null;
}
