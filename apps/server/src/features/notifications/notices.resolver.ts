import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Info,
  Int,
  Mutation,
  Resolver,
  Root,
  Subscription,
} from 'type-graphql';
import { lookLive } from '../../platform/access-looks.ts';
import type { Context } from '../../platform/context.ts';
import { channels } from '../../platform/events.ts';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { connectionOf, listed } from '../../platform/reading/attach.ts';
import { pageSize } from '../../platform/reading/page.ts';
import { readOne, readPage } from '../../platform/reading/read.ts';
import { type Delivery, deliveries, nothingToTell, streamEnded } from '../../platform/stream.ts';
import { Viewer } from '../sign-in/index.ts';
import { noticeById, ownNotices } from './notice.reading.ts';
import { Notice, NoticeAdded, NoticesRead } from './notice.type.ts';
import { MarkNoticesReadInput } from './notices.inputs.ts';
import { markNoticesRead, recordOfNotice, unreadNotices } from './notices.service.ts';

const NoticeConnection = connectionType('NoticeConnection', () => Notice);

@Resolver(() => Viewer)
export class ViewerNoticesResolver {
  @FieldResolver(() => NoticeConnection, {
    description: 'What the viewer was told of in this app, newest first.',
  })
  async notices(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArgs) page: PageArgs,
  ) {
    const rows = await readPage<Notice, PageArgs>(context.scope, info, { root: ownNotices, args: page });
    return listed(context, connectionOf(rows, pageSize({ ...page })), info);
  }

  @FieldResolver(() => Int, { description: 'How many of them are unread.' })
  unreadNoticeCount(@Ctx() context: Context): Promise<number> {
    return unreadNotices(context);
  }
}

@Resolver()
export class NoticesResolver {
  @Mutation(() => NoticesRead, {
    description: "Marks notices of the viewer's own as read; marked twice, the first time stands.",
  })
  async markNoticesRead(
    @Ctx() context: Context,
    @Arg('input', () => MarkNoticesReadInput, { description: 'Which.' }) input: MarkNoticesReadInput,
  ): Promise<NoticesRead> {
    return Object.assign(new NoticesRead(), { unreadCount: await markNoticesRead(context, input) });
  }

  @Subscription(() => NoticeAdded, {
    description:
      "The viewer's notices, live: once at the start with the count, then with each new one and when some were marked as read. Ends with the session.",
    subscribe: async ({ context }: { context: Context }) => {
      const viewer = await context.scope.viewer();
      if (!viewer) throw streamEnded();
      const names = [channels.notices(viewer.personId), channels.session(viewer.sessionId)];
      return deliveries(context.services.bus, names, {});
    },
  })
  async noticeAdded(@Root() delivery: Delivery<object>, @Ctx() context: Context): Promise<NoticeAdded> {
    const viewer = await context.scope.viewer();
    const ids = delivery.event?.ids;
    if (ids?.app && ids.app !== viewer?.app) throw nothingToTell();
    const added = { row: String(ids?.notice ?? '') || null, unreadCount: await unreadNotices(context) };
    return Object.assign(new NoticeAdded(), added);
  }
}

@Resolver(() => NoticeAdded)
export class NoticeAddedResolver {
  @FieldResolver(() => Notice, { nullable: true })
  async notice(
    @Root() { row }: NoticeAdded,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Notice | null> {
    if (!row) return null;
    const patient = await recordOfNotice(context, row);
    if (patient) lookLive(context, patient, 'noticeAdded');
    return readOne(context.scope, info, { root: noticeById, args: { id: row } });
  }
}
