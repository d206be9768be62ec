import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Extensions, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { lookLive, lookOnce } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId, writeId } from '../../platform/global-id.ts';
import { notFound, sentDifferently } from '../../platform/graphql/problem.type.ts';
import { fieldsWithin, readOne, readWithin } from '../../platform/reading/read.ts';
import { isOnlyField } from '../../platform/reading/selection.ts';
import { Carer } from '../consent/index.ts';
import { filesNotAttached } from '../documents/index.ts';
import { markThreadRead } from './mark-read.service.ts';
import { MarkThreadReadInput, SendMessageInput, StartThreadInput } from './messaging.inputs.ts';
import {
  CarerWithoutLabel,
  MessageSent,
  SendMessageResult,
  StartThreadResult,
  ThreadStarted,
} from './messaging.results.ts';
import { beforeSending, sendMessage } from './send-message.service.ts';
import { startThread } from './start-thread.service.ts';
import { keptThreadById, messageSentAs, threadById } from './thread.reading.ts';
import { Message, Thread } from './thread.type.ts';

@Resolver()
export class MessagingResolver {
  @Query(() => Thread, {
    nullable: true,
    description: 'One discussion; null when it does not exist or is hidden.',
  })
  async thread(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The id of the discussion.' }) id: string,
  ): Promise<Thread | null> {
    const reference = readRowId('THREAD', id);
    const read = (root: typeof threadById) =>
      readOne<Thread, RowId>(context.scope, info, { root, args: reference });
    const thread = (await read(threadById)) ?? (await read(keptThreadById));
    if (thread) lookOnce(context, { patients: [reference.patient], info, opened: reference.row });
    return thread;
  }

  @Mutation(() => StartThreadResult, {
    description: 'Starts a discussion with a team and sends its first message (patient only).',
  })
  async startThread(
    @Ctx() context: Context,
    @Arg('input', () => StartThreadInput, { description: 'The discussion and its first message.' })
    input: StartThreadInput,
  ): Promise<typeof StartThreadResult> {
    const outcome = await startThread(context, input);
    if (outcome.is === 'STARTED') return Object.assign(new ThreadStarted(), { reference: outcome.thread });
    if (outcome.is === 'NO_TEAM') return notFound();
    if (outcome.is === 'DIFFERENT') return sentDifferently();
    if (outcome.is === 'WITHOUT_FILES') return filesNotAttached();
    const carers = outcome.carers.map(
      (carer): Carer => ({
        id: writeId('CARER', carer.person_id, carer.patient_id),
        displayName: carer.display_name,
        relationship: carer.relationship,
        labels: carer.labels,
      }),
    );
    const message =
      'Someone you copied in may not see this part of your record. You can let them see this one discussion.';
    return Object.assign(new CarerWithoutLabel(), { message, carers });
  }

  @Extensions({ ahead: beforeSending })
  @Mutation(() => SendMessageResult, {
    description: 'Sends a message in a discussion. The same id and text twice is one message.',
  })
  async sendMessage(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => SendMessageInput, { description: 'The message and where it goes.' })
    input: SendMessageInput,
  ): Promise<typeof SendMessageResult> {
    const { patient } = readRowId('THREAD', input.thread);
    const within = { type: 'MessageSent', field: 'message' };
    const call = { root: messageSentAs, args: { patient, id: input.id }, within };
    const { outcome, message } = await sendMessage(context, input, {
      fields: fieldsWithin(info, within),
      isAll: isOnlyField(info),
      read: () => readWithin<Message, { patient: string; id: string }>(context.scope, info, call),
    });
    if (outcome === 'SENT') return Object.assign(new MessageSent(), { message });
    if (outcome === 'WITHOUT_FILES') return filesNotAttached();
    return outcome === 'DIFFERENT' ? sentDifferently() : notFound();
  }

  @Mutation(() => Thread, {
    nullable: true,
    description:
      'Marks a discussion read up to a position, for the viewer or, for staff, the team; null when it is hidden.',
  })
  async markThreadRead(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => MarkThreadReadInput, { description: 'The discussion, and how far it was read.' })
    input: MarkThreadReadInput,
  ): Promise<Thread | null> {
    const reference = readRowId('THREAD', input.thread);
    await markThreadRead(context, reference, input.position);
    const thread = await readOne<Thread, RowId>(context.scope, info, { root: threadById, args: reference });
    if (thread) lookLive(context, reference.patient, 'markThreadRead');
    return thread;
  }
}

@Resolver(() => ThreadStarted)
export class ThreadStartedResolver {
  @FieldResolver(() => Thread)
  thread(
    @Root() started: ThreadStarted,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread | null> {
    return readOne(context.scope, info, { root: threadById, args: started.reference });
  }
}
