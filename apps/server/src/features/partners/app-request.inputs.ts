import { ArrayNotEmpty } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel } from '../consent/index.ts';

@InputType({ description: 'What an app may see from now on, and until when.' })
export class AllowAppInput {
  @Field(() => ID, { description: 'Id of what the app asked.' })
  request!: string;

  @ArrayNotEmpty()
  @Field(() => [PrivacyLabel], { description: 'Labels it may see; of those it asked for.' })
  labels!: PrivacyLabel[];

  @Field(() => DateTimeText, { nullable: true, description: 'Until when; null until it is ended.' })
  validUntil?: string | null;
}
