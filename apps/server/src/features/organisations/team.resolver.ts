import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, ID, Info, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { readAhead, readOne } from '../../platform/reading/read.ts';
import { ownTeam } from './team.reading.ts';
import { Team } from './team.type.ts';

const teamAhead = ({ id }: { id: string }, { scope }: Context, info: GraphQLResolveInfo): void =>
  readAhead(scope, info, { root: ownTeam, args: { id: readId('TEAM', id) } });

@Resolver()
export class TeamResolver {
  @Extensions({ ahead: teamAhead })
  @Query(() => Team, { nullable: true, description: 'A team the viewer works in; null for every other.' })
  team(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The id of the team.' }) id: string,
  ): Promise<Team | null> {
    return readOne(context.scope, info, { root: ownTeam, args: { id: readId('TEAM', id) } });
  }
}
