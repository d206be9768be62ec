import type { GraphQLResolveInfo } from 'graphql';
import {
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { lookLive } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { readRowId } from '../../platform/global-id.ts';
import { readMany, readOne } from '../../platform/reading/read.ts';
import { type Delivery, deliveries, nothingToTell, streamEnded } from '../../platform/stream.ts';
import { Message, messagesAfter, Thread, threadById } from '../messaging/index.ts';
import { MessagesAdded } from './deliveries.type.ts';
import { sessionChannel } from './session-channel.ts';

/** How far the stream has delivered; `more` when one delivery did not hold all there was. */
interface Position {
  after: number;
  more: boolean;
  /** Whether the discussion had ended when the stream last looked. */
  closed?: boolean;
}

/** Most messages of one delivery. */
const MOST = 200;

const NEWEST = `select t.last_position, t.closed_at is not null as closed, exists (select from heldwell.viewer_grant g where g.patient_id = t.patient_id
    and 'SEE' = any (g.rights) and ((g.thread_id is null and t.label = any (g.labels)) or g.thread_id = t.id)) as seen
  from heldwell.thread t where t.patient_id = $1 and t.id = $2`;

interface Newest {
  last_position: number;
  closed: boolean;
  seen: boolean;
}

@ArgsType()
class MessagesAddedArgs {
  @Field(() => ID, { description: 'The id of the discussion.' })
  thread!: string;

  @Field(() => Int, { defaultValue: 0, description: 'Position of the last message known; 0 for all.' })
  after!: number;
}

@Resolver()
export class MessagesAddedResolver {
  @Subscription(() => MessagesAdded, {
    description:
      'Messages of one discussion from `after` on, live: none missed, none twice; and, without messages, its end. Ends when access ends.',
    subscribe: async ({ context, args }: { context: Context; args: MessagesAddedArgs }) => {
      const id = readRowId('THREAD', args.thread);
      const names = [
        channels.thread(id.row),
        channels.access(id.patient),
        ...(await sessionChannel(context)),
      ];
      return deliveries<Position>(context.services.bus, names, { after: args.after, more: false });
    },
  })
  async messagesAdded(
    @Root() delivery: Delivery<Position>,
    @Ctx() context: Context,
    @Args(() => MessagesAddedArgs) { thread }: MessagesAddedArgs,
  ): Promise<MessagesAdded> {
    const reference = readRowId('THREAD', thread);
    const [newest] = await context.scope.query<Newest>({
      name: 'newest_position',
      text: NEWEST,
      values: [reference.patient, reference.row],
    });
    if (!newest?.seen) throw streamEnded();
    const { state } = delivery;
    const after = state.after;
    // Its end is told too, in a delivery without messages.
    const hasTurned = state.closed !== undefined && state.closed !== newest.closed;
    state.closed = newest.closed;
    if (newest.last_position <= after && !hasTurned) throw nothingToTell();
    // Positions have no gaps: what is delivered is known before it is read. A stream that fails ends, and the client resumes.
    state.after = Math.max(after, Math.min(newest.last_position, after + MOST));
    state.more = state.after < newest.last_position;
    lookLive(context, reference.patient, `messagesAdded ${reference.row}`);
    return Object.assign(new MessagesAdded(), { reference, after, position: state.after });
  }
}

@Resolver(() => MessagesAdded)
export class MessagesAddedFieldsResolver {
  @FieldResolver(() => [Message])
  messages(
    @Root() added: MessagesAdded,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Message[]> {
    const args = { ...added.reference, after: added.after, upTo: added.position };
    return readMany(context.scope, info, { root: messagesAfter, args });
  }

  @FieldResolver(() => Thread)
  thread(
    @Root() added: MessagesAdded,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread | null> {
    return readOne(context.scope, info, { root: threadById, args: added.reference });
  }
}
