import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { ClientProvider } from '../client-provider.tsx';
import { aMessage, aThread, aThreadAnswer, createTestClient, type TestAnswers } from '../testing/index.ts';
import { useThreadMessages } from './use-thread-messages.ts';

const read = { data: { markThreadRead: { id: 'thread-1', unreadCount: 0, state: 'SENT' } } };

function open(answers: TestAnswers) {
  const client = createTestClient('patient', { MarkThreadRead: read, ...answers });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  return { client, ...renderHook(() => useThreadMessages('thread-1'), { wrapper }) };
}

const added = (positions: number[], changes = {}) => ({
  messagesAdded: {
    position: Math.max(...positions),
    messages: positions.map((position) => aMessage(position)),
    thread: aThread(changes),
  },
});

afterEach(() => vi.useRealTimers());

test('messages that arrive twice, late or together are shown once and in order', async () => {
  const { client, result } = open({ Thread: aThreadAnswer([aMessage(1), aMessage(2)]) });
  await waitFor(() => expect(result.current.messages).toHaveLength(2));
  act(() => void client.stream('MessagesAdded', added([2, 4])));
  act(() => void client.stream('MessagesAdded', added([3, 4])));
  act(() => result.current.add(aMessage(5, { sentByViewer: true })));
  expect(result.current.messages.map((one) => one.position)).toEqual([1, 2, 3, 4, 5]);
});

test('what is looked at is marked as read once, and nothing is asked again for it', async () => {
  const { client, result } = open({ Thread: aThreadAnswer([aMessage(1)], { unreadCount: 1 }) });
  await waitFor(() => expect(client.asked.map((one) => one.name)).toEqual(['Thread', 'MarkThreadRead']));
  act(() => void client.stream('MessagesAdded', added([2])));
  await waitFor(() => expect(result.current.messages).toHaveLength(2));
  await waitFor(() => expect(client.asked).toHaveLength(3));
  expect(client.asked[2]).toEqual({
    name: 'MarkThreadRead',
    variables: { input: { thread: 'thread-1', position: 2 } },
  });
});

test('own messages alone are not marked', async () => {
  const { client, result } = open({ Thread: aThreadAnswer([aMessage(1, { sentByViewer: true })]) });
  await waitFor(() => expect(result.current.messages).toHaveLength(1));
  expect(client.asked.map((one) => one.name)).toEqual(['Thread']);
});

test('when the server ends the stream and the discussion is gone, access has ended and no words remain', async () => {
  const { client, result } = open({ Thread: aThreadAnswer([aMessage(1)]) });
  await waitFor(() => expect(result.current.messages).toHaveLength(1));
  client.answer('Thread', { data: { thread: null } });
  act(() => client.endStream('MessagesAdded'));
  await waitFor(() => expect(result.current.ended).toBe(true));
  expect(result.current.messages).toEqual([]);
});

test('when the stream ends but the discussion is still there, it is opened again', async () => {
  const { client, result } = open({ Thread: aThreadAnswer([aMessage(1)]) });
  await waitFor(() => expect(client.stream('MessagesAdded', added([1]))).toBe(1));
  vi.useFakeTimers();
  act(() => client.endStream('MessagesAdded'));
  await act(() => vi.advanceTimersByTimeAsync(2_000));
  expect(client.stream('MessagesAdded', added([2]))).toBe(1);
  expect(result.current.ended).toBe(false);
});

test('a discussion that is hidden or missing is simply not there', async () => {
  const { result } = open({ Thread: { data: { thread: null } } });
  await waitFor(() => expect(result.current.thread).toBeNull());
  expect(result.current.ended).toBe(false);
});
