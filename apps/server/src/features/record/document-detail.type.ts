import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: '' })
export class Attachment {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { nullable: true, description: '' })
  title!: string | null;

  @Field(() => String, { description: '' })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, { nullable: true, description: 'The text itself, where it is plain text.' })
  text!: string | null;

  @Field(() => String, { description: 'Path on this server; opened through the same consent check.' })
  path!: string;
}

@ObjectType({ simpleResolvers: true, description: '' })
export class DocumentDetail {
  @Field(() => String, { nullable: true, description: '' })
  type!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  author!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  description!: string | null;

  @Field(() => [Attachment], { description: '' })
  attachments!: Attachment[];
}
