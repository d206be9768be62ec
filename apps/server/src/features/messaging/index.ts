export { CloseThreadResolver } from './close-thread.resolver.ts';
export { inboxCounts } from './inbox.reading.ts';
export type { ThreadReference } from './messaging.events.ts';
export { MessagingResolver, ThreadStartedResolver } from './messaging.resolver.ts';
export { sealText, sealWords } from './sealed-words.ts';
export { sendMessage } from './send-message.service.ts';
export { startThread } from './start-thread.service.ts';
export { messagesAfter, threadById } from './thread.reading.ts';
export { InboxCounts, Message, Thread } from './thread.type.ts';
export {
  GrantThreadResolver,
  ReceiptThreadResolver,
  RecordThreadsResolver,
  TeamInboxResolver,
  ThreadMessagesResolver,
} from './thread-lists.resolver.ts';
