import { Args, ArgsType, Field, FieldResolver, Int, Resolver, registerEnumType } from 'type-graphql';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { Grant, Receipt } from '../consent/index.ts';
import { Team } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { InboxCounts, Message, Thread } from './thread.type.ts';

export const ThreadConnection = connectionType('ThreadConnection', () => Thread);
export type ThreadConnection = InstanceType<typeof ThreadConnection>;
const MessageConnection = connectionType('MessageConnection', () => Message);
type MessageConnection = InstanceType<typeof MessageConnection>;

const InboxView = {
  ALL: 'ALL',
  UNREAD: 'UNREAD',
  WAITING_ON_TEAM: 'WAITING_ON_TEAM',
  WAITING_ON_PATIENT: 'WAITING_ON_PATIENT',
} as const;
type InboxView = keyof typeof InboxView;
registerEnumType(InboxView, {
  name: 'InboxView',
  description: "A part of a team's inbox.",
  valuesConfig: {
    ALL: { description: 'Every discussion addressed to the team.' },
    UNREAD: { description: 'Nobody in the team has read the newest message.' },
    WAITING_ON_TEAM: { description: 'The patient or a carer wrote last, and it has not ended.' },
    WAITING_ON_PATIENT: { description: 'Staff wrote last, and it has not ended.' },
  },
});

@ArgsType()
class InboxArgs extends PageArgs {
  @Field(() => InboxView, { defaultValue: 'ALL', description: 'Which part.' })
  view!: InboxView;
}

@ArgsType()
class ThreadPageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string | null;
}

@Resolver(() => PatientRecord)
export class RecordThreadsResolver {
  @FieldResolver(() => ThreadConnection, {
    description: 'Discussions, newest message first; for a carer those they take part in.',
  })
  threads(@Args(() => ThreadPageArgs) _page: ThreadPageArgs): ThreadConnection {
    return fromStatement();
  }

  @FieldResolver(() => ThreadConnection, {
    description:
      'Discussions with the viewer’s teams that they may no longer follow: read only, up to when access ended.',
  })
  keptThreads(@Args(() => ThreadPageArgs) _page: ThreadPageArgs): ThreadConnection {
    return fromStatement();
  }

  @FieldResolver(() => Int, { description: 'Discussions with a message the viewer has not read.' })
  unreadThreadCount(): number {
    return fromStatement();
  }

  @FieldResolver(() => [Team], {
    description: 'Teams that take messages, those with access first (patient only).',
  })
  teamsToWriteTo(): Team[] {
    return fromStatement();
  }
}

@Resolver(() => Team)
export class TeamInboxResolver {
  @FieldResolver(() => ThreadConnection, {
    nullable: true,
    description: 'Discussions addressed to the team, newest first (members only).',
  })
  inbox(@Args(() => InboxArgs) _page: InboxArgs): ThreadConnection {
    return fromStatement();
  }

  @FieldResolver(() => InboxCounts, {
    nullable: true,
    description: 'How many discussions each view holds (members only).',
  })
  inboxCounts(): InboxCounts {
    return fromStatement();
  }
}

@Resolver(() => Thread)
export class ThreadMessagesResolver {
  @FieldResolver(() => MessageConnection, { description: 'Messages, newest first.' })
  messages(@Args(() => PageArgs) _page: PageArgs): MessageConnection {
    return fromStatement();
  }
}

@Resolver(() => Grant)
export class GrantThreadResolver {
  @FieldResolver(() => Thread, {
    nullable: true,
    description: 'The one discussion the grant is for; null when it is for the record.',
  })
  thread(): Thread {
    return fromStatement();
  }

  @FieldResolver(() => Thread, {
    nullable: true,
    description: 'It ends by itself with this discussion; null too where the viewer does not see that.',
  })
  endsWithThread(): Thread {
    return fromStatement();
  }
}

@Resolver(() => Receipt)
export class ReceiptThreadResolver {
  @FieldResolver(() => Thread, {
    nullable: true,
    description: 'It ends by itself with this discussion; null too where the viewer does not see that.',
  })
  endsWithThread(): Thread {
    return fromStatement();
  }
}
