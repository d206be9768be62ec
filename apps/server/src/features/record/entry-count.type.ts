import { Field, Int, ObjectType } from 'type-graphql';
import { EntryKind } from './entry-enums.ts';

@ObjectType({ simpleResolvers: true, description: 'How many entries of one kind the viewer may see.' })
export class EntryCount {
  @Field(() => EntryKind, { description: 'The kind.' })
  kind!: EntryKind;

  @Field(() => Int, { description: 'How many, without those entered in error.' })
  count!: number;
}
