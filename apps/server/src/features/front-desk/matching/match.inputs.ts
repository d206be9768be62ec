import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { DocumentSeen } from '../front-desk.type.ts';

@InputType({ description: 'Whose record it is, said by staff who made sure.' })
export class SettleMatchInput {
  @Field(() => ID, { description: 'The case.' })
  case!: string;

  @Field(() => ID, { description: 'The team the viewer acts for.' })
  team!: string;

  @Field(() => Boolean, { description: 'Whether the claimant is the person of the record.' })
  samePerson!: boolean;

  @ArrayMaxSize(6)
  @Field(() => [DocumentSeen], {
    description: 'What the viewer saw; at least one to say that it is one person.',
  })
  documents!: DocumentSeen[];
}
