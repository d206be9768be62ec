import { createUnionType, Field, ObjectType } from 'type-graphql';
import type { RowId } from '../../platform/global-id.ts';
import { NotFound, Problem, SentDifferently } from '../../platform/graphql/problem.type.ts';
import { Carer } from '../consent/index.ts';
import { FilesNotAttached } from '../documents/index.ts';
import { Message, Thread } from './thread.type.ts';

@ObjectType({ description: 'The discussion was started and its first message sent.' })
export class ThreadStarted {
  reference!: RowId;

  @Field(() => Thread, { description: 'The new discussion.' })
  thread!: Thread;
}

@ObjectType({ simpleResolvers: true, description: 'The message was sent and stored.' })
export class MessageSent {
  @Field(() => Message, { description: 'The message as everybody sees it.' })
  message!: Message;
}

@ObjectType({ description: 'The discussion has ended; a new message opens it again.' })
export class ThreadClosed {
  reference!: RowId;

  @Field(() => Thread, {
    nullable: true,
    description:
      'The discussion; null where the viewer’s own access ended with it, and nothing of it is kept.',
  })
  thread!: Thread | null;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'Somebody copied in does not hold the label of the discussion. Send again with `allowCarersWithoutLabel` to let them see it.',
})
export class CarerWithoutLabel extends Problem {
  @Field(() => [Carer], { description: 'Those without the label.' })
  carers!: Carer[];
}

export const StartThreadResult = createUnionType({
  name: 'StartThreadResult',
  description: 'What came of starting a discussion.',
  types: () => [ThreadStarted, CarerWithoutLabel, FilesNotAttached, SentDifferently, NotFound] as const,
});

export const SendMessageResult = createUnionType({
  name: 'SendMessageResult',
  description: 'What came of sending a message.',
  types: () => [MessageSent, FilesNotAttached, SentDifferently, NotFound] as const,
});

export const CloseThreadResult = createUnionType({
  name: 'CloseThreadResult',
  description: 'What came of ending a discussion.',
  types: () => [ThreadClosed, NotFound] as const,
});
