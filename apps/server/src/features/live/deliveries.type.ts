import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { RowId } from '../../platform/global-id.ts';
import { InboxCounts, Message, Thread, type ThreadReference } from '../messaging/index.ts';
import { PatientRecord } from '../people/index.ts';

export const RecordChange = {
  STARTED: 'STARTED',
  ENTRIES: 'ENTRIES',
  SHARING: 'SHARING',
  THREADS: 'THREADS',
} as const;
export type RecordChange = keyof typeof RecordChange;
registerEnumType(RecordChange, {
  name: 'RecordChange',
  description: 'What changed in a record, as far as the viewer may know.',
  valuesConfig: {
    STARTED: { description: 'Nothing: the stream has begun, or may have missed something. Read again.' },
    ENTRIES: { description: 'Entries came, changed, or changed their label.' },
    SHARING: { description: 'What the viewer may see changed.' },
    THREADS: { description: 'A discussion changed.' },
  },
});

@ObjectType({ description: 'New messages of one discussion, or its end.' })
export class MessagesAdded {
  reference!: RowId;
  after!: number;

  @Field(() => [Message], { description: 'The messages, oldest first; none missed, none twice.' })
  messages!: Message[];

  @Field(() => Thread, { description: 'The discussion as it now stands.' })
  thread!: Thread;

  @Field(() => Int, { description: 'Position of the last one: pass it as `after` when resuming.' })
  position!: number;
}

@ObjectType({ description: "A discussion of a team's inbox that changed." })
export class InboxChanged {
  reference!: ThreadReference;

  @Field(() => Thread, {
    nullable: true,
    description: 'The discussion; null at the start, when the page is to be read again.',
  })
  thread!: Thread | null;

  @Field(() => InboxCounts, { description: 'How many discussions each view holds now.' })
  counts!: InboxCounts;
}

@ObjectType({ description: 'A change in a record.' })
export class RecordChanged {
  patient!: string;
  threadId!: string | null;

  @Field(() => RecordChange, { description: 'What changed.' })
  change!: RecordChange;

  @Field(() => PatientRecord, { description: 'The record as the viewer now sees it.' })
  record!: PatientRecord;

  @Field(() => Thread, {
    nullable: true,
    description: 'The discussion that changed; null for other changes.',
  })
  thread!: Thread | null;
}
