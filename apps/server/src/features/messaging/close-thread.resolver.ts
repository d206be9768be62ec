import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { lookLive } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { type RowId, readRowId } from '../../platform/global-id.ts';
import { notFound } from '../../platform/graphql/problem.type.ts';
import { readOne } from '../../platform/reading/read.ts';
import { closeThread } from './close-thread.service.ts';
import { CloseThreadInput } from './messaging.inputs.ts';
import { CloseThreadResult, ThreadClosed } from './messaging.results.ts';
import { keptThreadById, threadById } from './thread.reading.ts';
import { Thread } from './thread.type.ts';

@Resolver(() => ThreadClosed)
export class CloseThreadResolver {
  @Mutation(() => CloseThreadResult, {
    description:
      'Ends a discussion, and at once all access given until it ends (the patient, and staff of its team). A new message opens it again, not that access.',
  })
  async closeThread(
    @Ctx() context: Context,
    @Arg('input', () => CloseThreadInput, { description: 'The discussion.' }) input: CloseThreadInput,
  ): Promise<typeof CloseThreadResult> {
    const reference = readRowId('THREAD', input.thread);
    if (!(await closeThread(context, reference))) return notFound();
    return Object.assign(new ThreadClosed(), { reference });
  }

  @FieldResolver(() => Thread, { nullable: true })
  async thread(
    @Root() { reference }: ThreadClosed,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Thread | null> {
    const read = (root: typeof threadById) =>
      readOne<Thread, RowId>(context.scope, info, { root, args: reference });
    // A team whose own access ended with it keeps what was said until now.
    const thread = (await read(threadById)) ?? (await read(keptThreadById));
    if (thread) lookLive(context, reference.patient, 'closeThread');
    return thread;
  }
}
