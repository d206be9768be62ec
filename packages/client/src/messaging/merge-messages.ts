import type { ResultOf } from '../graphql.ts';
import type { MessageLine } from './messaging-documents.ts';

/** One message, as every reader sees it. */
export type Message = ResultOf<typeof MessageLine>;

/** Joins pages, live messages and own ones: each message once, oldest first. Later lists win over earlier ones. */
export function mergeMessages(...lists: readonly (readonly Message[])[]): Message[] {
  const byId = new Map<string, Message>();
  for (const list of lists) for (const message of list) byId.set(message.id, message);
  return [...byId.values()].sort((one, other) => one.position - other.position);
}

/** The position to resume after: that of the newest message, or 0. */
export function lastPosition(messages: readonly Message[]): number {
  return messages.reduce((last, message) => Math.max(last, message.position), 0);
}
