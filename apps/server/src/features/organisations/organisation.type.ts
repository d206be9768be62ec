import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A trust, practice or charity.' })
export class Organisation {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Its code in the Organisation Data Service.' })
  odsCode!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}
