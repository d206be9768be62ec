import type { Message } from '../messaging/merge-messages.ts';
import type { Thread } from '../messaging/use-added-messages.ts';

/** A message for tests; its id and position follow from the number. */
export function aMessage(position: number, changes: Partial<Message> = {}): Message {
  return {
    id: `message-${position}`,
    position,
    text: `Message ${position}`,
    sentAt: `2026-08-05T09:${String(position % 60).padStart(2, '0')}:00.000000+00:00`,
    author: 'Tom Bell',
    authorRole: 'STAFF',
    authorTeam: { id: 'team-1', name: 'Fernside Recovery Team' },
    sentByViewer: false,
    attachments: [],
    ...changes,
  };
}

/** A discussion for tests. */
export function aThread(changes: Partial<Thread> = {}): Thread {
  return {
    id: 'thread-1',
    subject: 'My sleep',
    label: 'MENTAL_HEALTH',
    state: 'SENT',
    startedAt: '2026-08-05T09:00:00.000000+00:00',
    closedAt: null,
    unreadCount: 0,
    viewerMayReply: true,
    viewerMayClose: false,
    team: {
      id: 'team-1',
      name: 'Fernside Recovery Team',
      answerTime: '2 working days',
      openingHours: 'Monday to Friday, 9am to 5pm',
      organisation: { id: 'organisation-1', name: 'Fernside Mental Health NHS Foundation Trust' },
    },
    record: {
      id: 'record-1',
      title: 'Ms',
      givenName: 'Amara',
      familyName: 'Nwosu',
      preferredName: null,
      birthDate: '1992-03-14',
    },
    participants: [],
    ...changes,
  };
}

/** The answer to the question for one discussion with these messages, given oldest first. */
export function aThreadAnswer(
  messages: readonly Message[],
  changes: Partial<Thread> = {},
): { data: unknown } {
  const nodes = [...messages].reverse();
  return {
    data: {
      thread: { ...aThread(changes), messages: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } },
    },
  };
}
