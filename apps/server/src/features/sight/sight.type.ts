import { Field, Int, ObjectType } from 'type-graphql';
import { GranteeKind, PrivacyLabel } from '../consent/index.ts';
import { EntryKind } from '../record/index.ts';
import type { NamedRows } from './sight.reading.ts';
import type { Onlooker } from './stand-in.ts';

@ObjectType({ description: 'The patient’s own record as somebody else sees it, or would.' })
export class Sight {
  onlooker!: Onlooker;

  @Field(() => String, { description: 'Who it is that sees; empty for somebody not known yet.' })
  name!: string;

  @Field(() => GranteeKind, { description: 'What they are.' })
  kind!: GranteeKind;
}

@ObjectType({ description: 'How many entries of one label and kind they see.' })
export class SightCount {
  @Field(() => PrivacyLabel, { description: 'The label.' })
  label!: PrivacyLabel;

  @Field(() => EntryKind, { description: 'The kind.' })
  kind!: EntryKind;

  @Field(() => Int, { description: 'As it is now, without those entered in error.' })
  now!: number;

  @Field(() => Int, { description: 'What if; the same where nothing was supposed.' })
  after!: number;
}

@ObjectType({ description: 'What a supposed change would give and take.' })
export class SightDifference {
  /** Reads rows that are named, as the patient has them. */
  read!: NamedRows;
  /** Rows, for the fields that read them. */
  gained!: readonly string[];
  lost!: readonly string[];
  threadsGained!: readonly string[];
  threadsLost!: readonly string[];

  @Field(() => [SightCount], {
    description: 'Of each label and kind, as far as they see any now or would.',
  })
  counts!: SightCount[];

  @Field(() => Int, { description: 'How many entries they would see that they do not see now.' })
  gainedCount!: number;

  @Field(() => Int, { description: 'How many entries they see now and would not see.' })
  lostCount!: number;
}
