import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  createUnionType,
  FieldResolver,
  Info,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { NotFound, notFound } from '../../platform/graphql/problem.type.ts';
import { readOne } from '../../platform/reading/read.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import { joinOffer, joinTeam } from './join.service.ts';
import { JoinOffer, TeamJoined } from './join.type.ts';
import { JoinTeamInput } from './registration.inputs.ts';

const JoinTeamResult = createUnionType({
  name: 'JoinTeamResult',
  description: 'What came of joining a team.',
  types: () => [TeamJoined, NotFound] as const,
});

@Resolver()
export class JoinResolver {
  @Query(() => JoinOffer, {
    nullable: true,
    description: 'The team of a join link; null when there is none of that code.',
  })
  joinOffer(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'The last part of the link.' }) code: string,
  ): Promise<JoinOffer | null> {
    return joinOffer(context, code);
  }

  @Mutation(() => JoinTeamResult, {
    description:
      'Gives the team of a join link access to the own record for direct care, within the labels chosen. What it has already stays.',
  })
  async joinTeam(
    @Ctx() context: Context,
    @Arg('input', () => JoinTeamInput, { description: 'The link and the labels.' }) input: JoinTeamInput,
  ): Promise<typeof JoinTeamResult> {
    const joined = await joinTeam(context, input);
    return joined ? Object.assign(new TeamJoined(), joined) : notFound();
  }
}

@Resolver(() => TeamJoined)
export class TeamJoinedResolver {
  @FieldResolver(() => PatientRecord, { description: 'The own record.' })
  async record(
    @Root() joined: TeamJoined,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord> {
    const record = await readOne<PatientRecord, { id: string }>(context.scope, info, {
      root: recordById,
      args: { id: joined.patientId },
    });
    if (!record) throw new Error('The own record is not there.');
    return record;
  }
}
