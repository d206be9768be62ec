import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A file that came with an entry.' })
export class Attachment {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'Its name.' })
  title!: string | null;

  @Field(() => String, { description: 'Media type as it was sent.' })
  contentType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The text itself, where it is plain text of at most 200 kB.',
  })
  text!: string | null;

  @Field(() => String, {
    description: 'Path on this server, for the app that asks; opened through the same consent check.',
  })
  path!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'A letter, form or other document (FHIR DocumentReference).',
})
export class DocumentDetail {
  @Field(() => String, { nullable: true, description: 'What kind of document.' })
  type!: string | null;

  @Field(() => String, { nullable: true, description: 'Who wrote it.' })
  author!: string | null;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  description!: string | null;
}
