import { Field, ID, InputType } from 'type-graphql';
import { PrivacyLabel } from '../consent/index.ts';

@InputType({ description: '' })
export class RelabelEntryInput {
  @Field(() => ID, { description: '' })
  entry!: string;

  @Field(() => PrivacyLabel, { description: '' })
  label!: PrivacyLabel;

  @Field(() => String, { nullable: true, description: '' })
  reason!: string | null;
}
