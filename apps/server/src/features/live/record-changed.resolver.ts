import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Resolver, Root, Subscription } from 'type-graphql';
import { lookLive } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { channels, type LiveEvent } from '../../platform/events.ts';
import { readId } from '../../platform/global-id.ts';
import { readOne } from '../../platform/reading/read.ts';
import { type Delivery, deliveries, nothingToTell, streamEnded } from '../../platform/stream.ts';
import { Thread, threadById } from '../messaging/index.ts';
import { PatientRecord, recordById } from '../people/index.ts';
import { RecordChange, RecordChanged } from './deliveries.type.ts';
import { sessionChannel } from './session-channel.ts';

/** What the stream last told of the viewer's access, so that a change elsewhere is passed over. */
interface Told {
  access?: string;
}

/** What the viewer gave for the patient, so that they are told of a change in it, and of nothing the patient gave. */
const GIVEN = `(select json_agg(json_build_array(given.id, given.version) order by given.id)::text
  from heldwell.held_grant h join heldwell.consent_grant given
    on given.patient_id = h.patient_id and given.given_through = h.id and given.superseded_at is null
  where h.patient_id = $1 and 'MANAGE_SHARING' = any (h.rights))`;

const ACCESS = `select coalesce(json_agg(json_build_array(g.labels, g.rights, g.thread_id, g.entry_id, g.summary_labels) order by g.id)::text, '')
      || coalesce(${GIVEN}, '') as access,
    bool_or('SEE' = any (g.rights)) as seen,
    coalesce(array(select distinct l.label from heldwell.viewer_grant own cross join unnest(own.labels) l (label)
      where own.patient_id = $1 and own.thread_id is null and 'SEE' = any (own.rights)), '{}') as labels,
    heldwell.viewer_withheld()::text[] as withheld
  from heldwell.viewer_grant g where g.patient_id = $1`;

interface Access {
  access: string;
  seen: boolean | null;
  labels: string[];
  /** Organisations whose data the person themself is not shown yet. */
  withheld: string[];
}

@Resolver()
export class RecordChangedResolver {
  @Subscription(() => RecordChanged, {
    description:
      'A record, live, as far as the viewer may know: once at the start, then each change. Ends when access ends.',
    subscribe: async ({ context, args }: { context: Context; args: { record: string } }) => {
      const patient = readId('RECORD', args.record);
      const names = [channels.record(patient), channels.access(patient), ...(await sessionChannel(context))];
      return deliveries<Told & { more?: boolean }>(context.services.bus, names, {});
    },
  })
  async recordChanged(
    @Root() delivery: Delivery<Told>,
    @Ctx() context: Context,
    @Arg('record', () => ID, { description: 'The id of the record.' }) record: string,
  ): Promise<RecordChanged> {
    const patient = readId('RECORD', record);
    const [access] = await context.scope.query<Access>({
      name: 'viewer_access',
      text: ACCESS,
      values: [patient],
    });
    if (!access?.seen) throw streamEnded();
    const narrowed = delivery.state.access !== undefined && delivery.state.access !== access.access;
    delivery.state.access = access.access;
    const change = narrowed ? 'SHARING' : await changeFor(context, delivery.event, access);
    if (!change) throw nothingToTell();
    lookLive(context, patient, 'recordChanged');
    const threadId = change === 'THREADS' ? String(delivery.event?.ids.thread) : null;
    return Object.assign(new RecordChanged(), { patient, change, threadId });
  }
}

/** What an event means to this viewer; null when it is of a label or discussion they do not see. */
async function changeFor(
  context: Context,
  event: LiveEvent | null,
  access: Access,
): Promise<RecordChange | null> {
  const kind = event?.ids.change;
  if (!event || event.channel === 'everybody') return 'STARTED';
  if (kind === 'ENTRIES') {
    if (access.withheld.includes(String(event.ids.organisation))) return null;
    const labels = String(event.ids.labels ?? '').split(',');
    return labels.some((label) => access.labels.includes(label)) ? 'ENTRIES' : null;
  }
  if (kind === 'THREADS') {
    const rows = await context.scope.query<{ found: number }>({
      name: 'thread_seen',
      text: 'select 1 as found from heldwell.thread t where t.patient_id = $1 and t.id = $2',
      values: [event.ids.patient, event.ids.thread],
    });
    return rows.length > 0 ? 'THREADS' : null;
  }
  // Sharing with somebody else: the patient is told, the others are not, but of what they gave themself (`GIVEN`).
  const viewer = await context.scope.viewer();
  return viewer?.app === 'PATIENT' ? 'SHARING' : null;
}

@Resolver(() => RecordChanged)
export class RecordChangedFieldsResolver {
  @FieldResolver(() => PatientRecord)
  record(
    @Root() changed: RecordChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return readOne(context.scope, info, { root: recordById, args: { id: changed.patient } });
  }

  @FieldResolver(() => Thread, { nullable: true })
  thread(
    @Root() changed: RecordChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread | null> | null {
    if (!changed.threadId) return null;
    return readOne(context.scope, info, {
      root: threadById,
      args: { patient: changed.patient, row: changed.threadId },
    });
  }
}
