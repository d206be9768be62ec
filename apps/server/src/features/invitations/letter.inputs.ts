import { IsEmail, MaxLength, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { DateText } from '../../platform/graphql/scalars.ts';
import { EmailProofInput } from '../registration/index.ts';

@InputType({ description: 'What a letter says, and the birth date that it does not.' })
export class LetterInput {
  @MaxLength(40)
  @Field(() => String, { description: 'The first code; case, spaces and dashes do not matter.' })
  firstCode!: string;

  @MaxLength(40)
  @Field(() => String, { description: 'The second code; case, spaces and dashes do not matter.' })
  secondCode!: string;

  @Field(() => DateText, { description: 'Date of birth.' })
  birthDate!: string;
}

@InputType({ description: 'Taking up the record of a letter with a new sign-in.' })
export class AcceptLetterInput {
  @ValidateNested()
  @Field(() => LetterInput, { description: 'The letter.' })
  letter!: LetterInput;

  @IsEmail()
  @MaxLength(320)
  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  email!: string;

  @Field(() => EmailProofInput, {
    nullable: true,
    description: 'The code mailed to that address; needed wherever mails are sent.',
  })
  proof?: EmailProofInput | null;

  @MaxLength(512)
  @Field(() => String, { description: 'A new password of 12 to 128 characters.' })
  password!: string;
}
