import { Field, ObjectType } from 'type-graphql';

@ObjectType({ simpleResolvers: true, description: 'A code as its source gave it (FHIR Coding).' })
export class Coding {
  @Field(() => String, { nullable: true, description: 'Code system, such as `http://snomed.info/sct`.' })
  system!: string | null;

  @Field(() => String, { nullable: true, description: 'The code.' })
  code!: string | null;

  @Field(() => String, { nullable: true, description: 'The clinical term.' })
  display!: string | null;
}
