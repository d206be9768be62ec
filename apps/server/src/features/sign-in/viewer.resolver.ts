import type { GraphQLResolveInfo } from 'graphql';
import { Args, ArgsType, Ctx, Field, FieldResolver, Info, Int, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { writeId } from '../../platform/global-id.ts';
import type { Viewer as SignedInViewer, ViewerApp } from '../../platform/opened-session.ts';
import { connectionOf, listed } from '../../platform/reading/attach.ts';
import { pageSize } from '../../platform/reading/page.ts';
import {
  infoBeneath,
  type Root,
  readAhead,
  readMany,
  readOne,
  readPage,
} from '../../platform/reading/read.ts';
import { ownTeams, Team } from '../organisations/index.ts';
import {
  isAnythingShared,
  ownRecord,
  PatientRecord,
  PatientRecordConnection,
  recordsCaredFor,
  recordsSharedWithViewer,
} from '../people/index.ts';
import { ownEmail } from './emails/own-email.ts';
import { App, Person, Viewer } from './viewer.type.ts';

@ArgsType()
class OwnRecordsArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

/** The viewer of the operation; the fields below are reached only when there is one. */
async function viewerOf(context: Context): Promise<SignedInViewer> {
  const viewer = await context.scope.viewer();
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
}

/** A page of records of the viewer's own, each noted as listed. */
async function pageOf(
  context: Context,
  info: GraphQLResolveInfo,
  call: { root: Root<OwnRecordsArgs>; args: OwnRecordsArgs },
) {
  const rows = await readPage<PatientRecord, OwnRecordsArgs>(context.scope, info, call);
  return listed(context, connectionOf(rows, pageSize({ ...call.args })), info);
}

/** Sends the reading of the own record, where it is asked for, with what opens the session. */
export function ownRecordAhead({ app, scope }: Context, info: GraphQLResolveInfo): void {
  const beneath = app === 'PATIENT' ? infoBeneath(info, 'record') : undefined;
  if (beneath) readAhead(scope, beneath, { root: ownRecord, args: {}, isAll: isAlone(info) });
}

/** Whether this field is all that is asked, and one field all that is asked of it. */
const isAlone = ({ operation, fieldNodes }: GraphQLResolveInfo): boolean =>
  operation.selectionSet.selections.length === 1 &&
  fieldNodes.every(({ selectionSet }) => selectionSet?.selections.length === 1);

@Resolver(() => Viewer)
export class ViewerResolver {
  @FieldResolver(() => Person, { description: 'The person.' })
  async person(@Ctx() context: Context): Promise<Person> {
    const viewer = await viewerOf(context);
    return {
      id: writeId('PERSON', viewer.personId),
      givenName: viewer.givenName,
      familyName: viewer.familyName,
      email: await ownEmail(context.scope),
    };
  }

  @FieldResolver(() => App, { description: 'The app they are signed in to.' })
  async app(@Ctx() context: Context): Promise<ViewerApp> {
    return (await viewerOf(context)).app;
  }

  @FieldResolver(() => PatientRecord, {
    nullable: true,
    description: 'The own record (patient app); null elsewhere.',
  })
  async record(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<PatientRecord | null> {
    const { patientId, frozenPatientId } = await viewerOf(context);
    return (patientId ?? frozenPatientId)
      ? readOne(context.scope, info, { root: ownRecord, args: {} })
      : null;
  }

  @FieldResolver(() => PatientRecordConnection, {
    description: 'Records the viewer cares for (carer app), by family name.',
  })
  caresFor(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OwnRecordsArgs) args: OwnRecordsArgs,
  ) {
    return pageOf(context, info, { root: recordsCaredFor, args });
  }

  @FieldResolver(() => PatientRecordConnection, {
    description:
      'Records shared with the viewer by themself, or with a whole organisation they work in (professional app), by family name. A team’s are in its caseload.',
  })
  sharedRecords(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => OwnRecordsArgs) args: OwnRecordsArgs,
  ) {
    return pageOf(context, info, { root: recordsSharedWithViewer, args });
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether `sharedRecords` holds anything now. It names no record, so that no log tells of it.',
  })
  async hasSharedRecords(@Ctx() { scope, app }: Context): Promise<boolean> {
    return app === 'PROFESSIONAL' && isAnythingShared(scope);
  }

  @FieldResolver(() => [Team], { description: 'Teams the viewer works in (professional app), by name.' })
  teams(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Team[]> {
    return readMany(context.scope, info, { root: ownTeams, args: {} });
  }
}
