import { Field, ID, InputType } from 'type-graphql';
import { UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';

@InputType({ description: '' })
export class AcceptInvitationInput {
  @Field(() => String, { description: '' })
  code!: string;

  @Field(() => String, { description: '' })
  password!: string;

  @Field(() => String, { nullable: true, description: '' })
  givenName!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  familyName!: string | null;
}

@InputType({ description: '' })
export class InviteCarerInput {
  @Field(() => UuidText, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  name!: string;

  @Field(() => String, { description: '' })
  email!: string;

  @Field(() => String, { nullable: true, description: '' })
  relationship!: string | null;

  @Field(() => [PrivacyLabel], { description: '' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: '', defaultValue: ['SEE', 'MESSAGE'] })
  rights!: Right[];
}

@InputType({ description: '' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: '' })
  invitation!: string;
}
