import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readMany, readOne } from '../../platform/reading/read.ts';
import { Organisation } from '../organisations/index.ts';
import { Viewer } from '../sign-in/index.ts';
import {
  ChangeOrganisationInput,
  ChangeTeamInput,
  CreateTeamInput,
  SetJoinCodeInput,
  SetLogoInput,
} from './office.inputs.ts';
import { administered, ownOrganisations, runTeam } from './office.reading.ts';
import { OfficeActResult, officeAnswer } from './office.results.ts';
import { changeOrganisation, changeTeam, createTeam, setJoinCode, setLogo } from './office.service.ts';
import { OfficeChange, StaffOrganisation, StaffTeam } from './office.type.ts';

const OfficeChangeConnection = connectionType('OfficeChangeConnection', () => OfficeChange);
type OfficeChangeConnection = InstanceType<typeof OfficeChangeConnection>;
type Answer = Promise<typeof OfficeActResult>;

const ADMINISTRATORS = '(administrators of the organisation only)';
const WHO_RUNS_IT = '(administrators of its organisation, and its coordinators)';

@Resolver()
export class OfficeResolver {
  @Query(() => StaffOrganisation, {
    nullable: true,
    description: `An organisation and who runs it; null for everybody else ${ADMINISTRATORS}.`,
  })
  staffOrganisation(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('organisation', () => ID, { description: 'The organisation.' }) organisation: string,
  ): Promise<StaffOrganisation | null> {
    const id = readId('ORGANISATION', organisation);
    return readOne(context.scope, info, { root: administered, args: { id } });
  }

  @Query(() => StaffTeam, {
    nullable: true,
    description: `A team, its settings and its people; null for everybody else ${WHO_RUNS_IT}.`,
  })
  staffTeam(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('team', () => ID, { description: 'The team.' }) team: string,
  ): Promise<StaffTeam | null> {
    return readOne(context.scope, info, { root: runTeam, args: { id: readId('TEAM', team) } });
  }

  @Mutation(() => OfficeActResult, { description: `Makes a team ${ADMINISTRATORS}.` })
  createTeam(
    @Ctx() context: Context,
    @Arg('input', () => CreateTeamInput, { description: 'The team.' }) input: CreateTeamInput,
  ): Answer {
    return officeAnswer(createTeam(context, input));
  }

  @Mutation(() => OfficeActResult, { description: `Changes a team's settings ${WHO_RUNS_IT}.` })
  changeTeam(
    @Ctx() context: Context,
    @Arg('input', () => ChangeTeamInput, { description: 'What they become.' }) input: ChangeTeamInput,
  ): Answer {
    return officeAnswer(changeTeam(context, input));
  }

  @Mutation(() => OfficeActResult, {
    description: `Makes a new code with which people add themselves to a team, or ends it ${WHO_RUNS_IT}.`,
  })
  setJoinCode(
    @Ctx() context: Context,
    @Arg('input', () => SetJoinCodeInput, { description: 'The team, and whether.' }) input: SetJoinCodeInput,
  ): Answer {
    return officeAnswer(setJoinCode(context, input.team, input.on));
  }

  @Mutation(() => OfficeActResult, {
    description: `Changes what greets those an organisation invites, and how it works with records ${ADMINISTRATORS}.`,
  })
  changeOrganisation(
    @Ctx() context: Context,
    @Arg('input', () => ChangeOrganisationInput, { description: 'What it becomes.' })
    input: ChangeOrganisationInput,
  ): Answer {
    return officeAnswer(changeOrganisation(context, input));
  }

  @Mutation(() => OfficeActResult, {
    description: `Puts a logo up, or takes it away; a picture is known by its bytes ${ADMINISTRATORS}.`,
  })
  setLogo(
    @Ctx() context: Context,
    @Arg('input', () => SetLogoInput, { description: 'The picture.' }) input: SetLogoInput,
  ): Answer {
    return officeAnswer(setLogo(context, input));
  }
}

@Resolver(() => StaffTeam)
export class StaffTeamFieldsResolver {
  @FieldResolver(() => OfficeChangeConnection, { description: 'What was changed in it, newest first.' })
  changes(@Args(() => PageArgs) _page: PageArgs): OfficeChangeConnection {
    return fromStatement();
  }
}

@Resolver(() => StaffOrganisation)
export class StaffOrganisationFieldsResolver {
  @FieldResolver(() => OfficeChangeConnection, {
    description: 'What was changed in it and its teams, newest first.',
  })
  changes(@Args(() => PageArgs) _page: PageArgs): OfficeChangeConnection {
    return fromStatement();
  }
}

@Resolver(() => Viewer)
export class ViewerOfficesResolver {
  @FieldResolver(() => [Organisation], {
    description: 'Organisations the viewer administers (professional app), by name.',
  })
  administers(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Organisation[]> {
    return readMany(context.scope, info, { root: ownOrganisations, args: {} });
  }
}
