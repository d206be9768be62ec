import { Field, ObjectType } from 'type-graphql';

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
