import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A file of an entry or a message.' })
export class Attachment {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  title!: string | null;

  @Field(() => String, {
    description: 'Media type: of what people put up as its first bytes say, else as it was sent.',
  })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The text itself, where it came with an entry from elsewhere and is plain text of at most 200 kB.',
  })
  text!: string | null;

  @Field(() => String, {
    description:
      'Path on this server, for the app that asks; opened through the same consent check, and ended when access is.',
  })
  path!: string;
}
