import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../../platform/graphql/scalars.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'A record that a team closed at its person’s written wish: the name and the act, nothing of the record.',
})
export class ClosedRecord {
  @Field(() => ID, { description: 'Opaque id of the act.' })
  id!: string;

  @Field(() => String, { description: 'Whose record, as the name was then.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Why, in words.' })
  reason!: string | null;

  @Field(() => String, { description: 'Who closed it.' })
  closedBy!: string;

  @Field(() => DateTimeText, { description: 'When.' })
  closedAt!: string;
}
