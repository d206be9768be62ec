import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { readId } from '../../../platform/global-id.ts';
import { readMany, readOne } from '../../../platform/reading/read.ts';
import { ownViewer } from '../own-viewer.ts';
import { ownSecurity, ownSession, ownSessions } from '../security.reading.ts';
import { OwnSession, Security } from '../security.type.ts';
import { Viewer } from '../viewer.type.ts';
import { endSession } from './sessions.ts';

@Resolver(() => Viewer)
export class SessionsResolver {
  @FieldResolver(() => OwnSession, {
    nullable: true,
    description: 'The session that asks, with its limits. Asking keeps it from lying idle.',
  })
  session(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<OwnSession | null> {
    return readOne(context.scope, info, { root: ownSession, args: {} });
  }

  @FieldResolver(() => [OwnSession], {
    description: 'Where the person is signed in, in all apps, the latest used first.',
  })
  sessions(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<OwnSession[]> {
    return readMany(context.scope, info, { root: ownSessions, args: {} });
  }

  @FieldResolver(() => Security, { nullable: true, description: 'How the person signs in.' })
  security(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Security | null> {
    return readOne(context.scope, info, { root: ownSecurity, args: {} });
  }

  @Mutation(() => Boolean, {
    description: 'Ends one of the own sessions, with all it opened; false when there is no such.',
  })
  async endSession(
    @Ctx() context: Context,
    @Arg('session', () => ID, { description: 'Which.' }) session: string,
  ): Promise<boolean> {
    const id = readId('SESSION', session);
    const viewer = await ownViewer(context);
    if (id === viewer.sessionId) return endSession(context);
    const text = 'select heldwell.end_session($1) as done';
    const [row] = await context.scope.query<{ done: boolean }>({ text, values: [id] });
    return row?.done ?? false;
  }

  @Mutation(() => Int, {
    description: 'Ends every own session but the one that asks, in all apps; how many there were.',
  })
  async endOtherSessions(@Ctx() context: Context): Promise<number> {
    await ownViewer(context);
    const text = 'select heldwell.end_other_sessions() as ended';
    const [row] = await context.scope.query<{ ended: number }>({ text });
    return row?.ended ?? 0;
  }

  @Mutation(() => Boolean, {
    description:
      'Forgets a remembered device: it is asked for the second step again; false when there is no such.',
  })
  async forgetDevice(
    @Ctx() context: Context,
    @Arg('device', () => ID, { description: 'Which.' }) device: string,
  ): Promise<boolean> {
    await ownViewer(context);
    const text = 'select heldwell.forget_device($1) as done';
    const [row] = await context.scope.query<{ done: boolean }>({
      text,
      values: [readId('DEVICE', device)],
    });
    return row?.done ?? false;
  }
}
