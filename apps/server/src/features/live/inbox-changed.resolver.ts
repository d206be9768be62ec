import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Resolver, Root, Subscription } from 'type-graphql';
import { lookLive } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readId } from '../../platform/global-id.ts';
import { readOne } from '../../platform/reading/read.ts';
import { type Delivery, deliveries, nothingToTell, streamEnded } from '../../platform/stream.ts';
import { InboxCounts, inboxCounts, Thread, type ThreadReference, threadById } from '../messaging/index.ts';
import { InboxChanged } from './deliveries.type.ts';
import { sessionChannel } from './session-channel.ts';

@Resolver()
export class InboxChangedResolver {
  @Subscription(() => InboxChanged, {
    description:
      "A team's inbox, live: once at the start without a discussion, then each discussion that changes (members only).",
    subscribe: async ({ context, args }: { context: Context; args: { team: string } }) => {
      const names = [channels.inbox(readId('TEAM', args.team)), ...(await sessionChannel(context))];
      return deliveries(context.services.bus, names, {});
    },
  })
  async inboxChanged(
    @Root() delivery: Delivery<object>,
    @Ctx() context: Context,
    @Arg('team', () => ID, { description: 'The id of the team.' }) team: string,
  ): Promise<InboxChanged> {
    const teamId = readId('TEAM', team);
    const viewer = await context.scope.viewer();
    if (!viewer?.teams.some((own) => own.id === teamId)) throw streamEnded();
    const ids = delivery.event?.ids;
    const thread = String(ids?.thread ?? '');
    const reference: ThreadReference = { team: teamId, thread, patient: String(ids?.patient ?? '') };
    if (thread && !(await isInInbox(context, reference))) throw nothingToTell();
    return Object.assign(new InboxChanged(), { reference });
  }
}

async function isInInbox(context: Context, reference: ThreadReference): Promise<boolean> {
  const rows = await context.scope.query<{ found: number }>({
    name: 'in_inbox',
    text: `select 1 as found from heldwell.team_inbox i join heldwell.thread t on t.patient_id = i.patient_id and t.id = i.thread_id
      where i.team_id = $1 and i.thread_id = $2`,
    values: [reference.team, reference.thread],
  });
  return rows.length > 0;
}

@Resolver(() => InboxChanged)
export class InboxChangedFieldsResolver {
  @FieldResolver(() => Thread, { nullable: true })
  async thread(
    @Root() changed: InboxChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread | null> {
    const { patient, thread } = changed.reference;
    if (!thread) return null;
    lookLive(context, patient, 'inboxChanged');
    return readOne(context.scope, info, { root: threadById, args: { patient, row: thread } });
  }

  @FieldResolver(() => InboxCounts)
  counts(@Root() changed: InboxChanged, @Ctx() context: Context): Promise<InboxCounts> {
    return inboxCounts(context.scope, changed.reference.team);
  }
}
