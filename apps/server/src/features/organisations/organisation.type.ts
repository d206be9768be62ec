import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: '' })
export class Organisation {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  odsCode!: string;

  @Field(() => String, { description: '' })
  name!: string;
}
