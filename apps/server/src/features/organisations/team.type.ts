import { Field, ID, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.type.ts';
import { TeamRole } from './team-role.ts';

@ObjectType({ simpleResolvers: true, description: 'A team that people can write to and share with.' })
export class Team {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'Short code of the team.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it does.' })
  description!: string | null;

  @Field(() => Organisation, { description: 'Its organisation.' })
  organisation!: Organisation;

  @Field(() => String, { nullable: true, description: 'How soon it usually answers, in words.' })
  answerTime!: string | null;

  @Field(() => String, { nullable: true, description: 'When it works, in words.' })
  openingHours!: string | null;

  @Field(() => TeamRole, {
    nullable: true,
    description: "The viewer's role; null for those who are no members.",
  })
  viewerRole!: TeamRole | null;
}
