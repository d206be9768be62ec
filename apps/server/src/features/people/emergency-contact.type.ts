import { Field, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'Somebody to call about the person in an emergency, as an organisation sent it. GENERAL, like the identity.',
})
export class EmergencyContact {
  @Field(() => String, {
    nullable: true,
    description: 'A person’s or an organisation’s name; null where only a number was sent.',
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What they are to the person, in the sender’s words or those of FHIR’s codes: Brother, Next of kin.',
  })
  relationship!: string | null;

  @Field(() => String, { nullable: true, description: 'As it was sent; null where none was.' })
  phone!: string | null;

  @Field(() => String, { description: 'The organisation that sent it.' })
  organisationName!: string;

  @Field(() => DateTimeText, { description: 'When that organisation’s latest list arrived.' })
  receivedAt!: string;
}
