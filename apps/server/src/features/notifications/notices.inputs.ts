import { ArrayMaxSize } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Notices somebody has seen.' })
export class MarkNoticesReadInput {
  @ArrayMaxSize(100)
  @Field(() => [ID], { description: 'Which, at most 100; those of others are passed over.' })
  notices!: string[];
}
