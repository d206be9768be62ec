import { Field, ID, InputType, Int } from 'type-graphql';
import { UuidText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';

@InputType({ description: '' })
export class StartThreadInput {
  @Field(() => UuidText, { description: '' })
  id!: string;

  @Field(() => ID, { description: '' })
  team!: string;

  @Field(() => String, { description: '' })
  subject!: string;

  @Field(() => PrivacyLabel, { description: '' })
  label!: PrivacyLabel;

  @Field(() => String, { description: '' })
  text!: string;

  @Field(() => [ID], { description: 'Carers copied in.', defaultValue: [] })
  copyTo!: string[];

  @Field(() => Boolean, {
    description: 'Says yes to a carer without the label seeing this one discussion.',
    defaultValue: false,
  })
  allowCarersWithoutLabel!: boolean;
}

@InputType({ description: '' })
export class SendMessageInput {
  @Field(() => UuidText, { description: '' })
  id!: string;

  @Field(() => ID, { description: '' })
  thread!: string;

  @Field(() => String, { description: '' })
  text!: string;
}

@InputType({ description: '' })
export class MarkThreadReadInput {
  @Field(() => ID, { description: '' })
  thread!: string;

  @Field(() => Int, { description: '' })
  position!: number;
}
