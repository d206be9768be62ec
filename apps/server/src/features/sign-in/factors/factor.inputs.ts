import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';

const TICKET = { description: 'The ticket of the step that was begun.' };
const PASSKEY = { description: 'The browser’s answer as JSON.' };

@InputType({ description: 'The second step of signing in: one of code, recovery code and passkey.' })
export class CompleteSignInInput {
  @MaxLength(100)
  @Field(() => String, TICKET)
  ticket!: string;

  @IsOptional()
  @MaxLength(20)
  @Field(() => String, { nullable: true, description: 'Six digits of the authenticator app.' })
  code?: string | null;

  @IsOptional()
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: 'A recovery code.' })
  recoveryCode?: string | null;

  @IsOptional()
  @MaxLength(20_000)
  @Field(() => String, { ...PASSKEY, nullable: true })
  passkey?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Spare this device the second step for thirty days.',
  })
  rememberDevice!: boolean;
}

@InputType({ description: 'What a passkey signed.' })
export class PasskeyAnswerInput {
  @MaxLength(100)
  @Field(() => String, TICKET)
  ticket!: string;

  @MaxLength(20_000)
  @Field(() => String, PASSKEY)
  passkey!: string;
}

@InputType({ description: 'A passkey the browser made.' })
export class AddPasskeyInput extends PasskeyAnswerInput {
  @IsOptional()
  @MaxLength(60)
  @Field(() => String, {
    nullable: true,
    description: 'What the person calls it, at most 60 characters; left out, after the device.',
  })
  name?: string | null;
}

@InputType({ description: 'Shows again who is signed in: one of password, code and passkey.' })
export class ConfirmSignInInput {
  @IsOptional()
  @MaxLength(512)
  @Field(() => String, { nullable: true, description: 'The password.' })
  password?: string | null;

  @IsOptional()
  @MaxLength(20)
  @Field(() => String, { nullable: true, description: 'Six digits of the authenticator app.' })
  code?: string | null;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'The ticket of `beginPasskeyConfirmation`.' })
  ticket?: string | null;

  @IsOptional()
  @MaxLength(20_000)
  @Field(() => String, { ...PASSKEY, nullable: true })
  passkey?: string | null;
}
