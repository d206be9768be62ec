import { useCallback } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import { mergedByScreen } from '../create-client.ts';
import type { DraftStore } from '../drafts/draft-store.ts';
import type { OperationProblem } from '../problems.ts';
import { useCommand } from '../use-command.ts';
import type { Message } from './merge-messages.ts';
import { SendMessage } from './messaging-documents.ts';

/** What came of sending: the message as stored, or why it was not. */
export type SendOutcome = { message: Message } | { problem: OperationProblem };

type Content = { text: string; attachments: readonly string[] };
type Attempt = Content & { id: string };

function attemptFor(drafts: DraftStore, key: string, { text, attachments }: Content): Attempt {
  const kept = drafts.read(key);
  const last = kept ? (JSON.parse(kept) as Attempt) : undefined;
  if (last?.text === text && String(last.attachments) === String(attachments)) return last;
  const attempt = { id: crypto.randomUUID(), text, attachments };
  drafts.write(key, JSON.stringify(attempt));
  return attempt;
}

const filesGone: OperationProblem = {
  kind: 'badInput',
  fields: [{ path: 'attachments', code: 'gone' }],
};

/**
 * Sends messages of one discussion. The same words tried again, even after a reload, carry the same id, so that a
 * message whose answer was lost is stored once. `send` never rejects.
 */
export function useSendMessage(threadId: string): {
  send: (text: string, attachments?: readonly string[]) => Promise<SendOutcome>;
  sending: boolean;
} {
  const { drafts } = useHeldwell();
  const { run, running } = useCommand(SendMessage, mergedByScreen);
  const send = useCallback(
    async (text: string, attachments: readonly string[] = []): Promise<SendOutcome> => {
      const key = `sending:${threadId}`;
      const { id } = attemptFor(drafts, key, { text, attachments });
      const { data, problem } = await run({
        input: { id, thread: threadId, text, attachments: [...attachments] },
      });
      if (!data) return { problem };
      const answer = data.sendMessage;
      if (answer.__typename === 'NotFound') return { problem: { kind: 'notFound', fields: [] } };
      if (answer.__typename === 'FilesNotAttached') return { problem: filesGone };
      drafts.write(key, '');
      if (answer.__typename === 'SentDifferently') return { problem: { kind: 'broken', fields: [] } };
      return { message: answer.message };
    },
    [drafts, run, threadId],
  );
  return { send, sending: running };
}
