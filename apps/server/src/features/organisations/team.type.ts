import { Field, ID, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.type.ts';
import { TeamRole } from './team-role.ts';

@ObjectType({ simpleResolvers: true, description: '' })
export class Team {
  @Field(() => ID, { description: '' })
  id!: string;

  @Field(() => String, { description: '' })
  code!: string;

  @Field(() => String, { description: '' })
  name!: string;

  @Field(() => String, { nullable: true, description: '' })
  description!: string | null;

  @Field(() => Organisation, { description: '' })
  organisation!: Organisation;

  @Field(() => String, { nullable: true, description: 'How soon it usually answers, in words.' })
  answerTime!: string | null;

  @Field(() => String, { nullable: true, description: '' })
  openingHours!: string | null;

  @Field(() => TeamRole, {
    nullable: true,
    description: "The viewer's role; null for those who are no members.",
  })
  viewerRole!: TeamRole | null;
}
