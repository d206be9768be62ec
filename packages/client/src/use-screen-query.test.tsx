import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { ClientProvider } from './client-provider.tsx';
import { ThreadQuery } from './messaging/messaging-documents.ts';
import { aMessage, aThreadAnswer, createTestClient, type TestAnswers } from './testing/index.ts';
import { useScreenQuery } from './use-screen-query.ts';

const brokenHalf = { code: 'INTERNAL', data: { thread: null } };

function ask(answers: TestAnswers) {
  const client = createTestClient('patient', answers);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  const { result } = renderHook(() => useScreenQuery(ThreadQuery, { id: 'thread-1', after: null }), {
    wrapper,
  });
  return { client, result };
}

test('a null with an error beside it is a problem, not an answer that says there is nothing', async () => {
  const { result } = ask({ Thread: brokenHalf });
  await waitFor(() => expect(result.current.problem?.kind).toBe('broken'));
  expect(result.current.data).toBeUndefined();
});

test('the last whole answer stays when asking again breaks', async () => {
  const { client, result } = ask({ Thread: aThreadAnswer([aMessage(1)]) });
  await waitFor(() => expect(result.current.data?.thread?.subject).toBe('My sleep'));
  client.answer('Thread', brokenHalf);
  act(() => client.refresh.send('all'));
  await waitFor(() => expect(result.current.problem?.kind).toBe('broken'));
  expect(result.current.data?.thread?.subject).toBe('My sleep');
});

test('a problem that asking again did not mend says so, until there is an answer', async () => {
  const { client, result } = ask({ Thread: brokenHalf });
  await waitFor(() => expect(result.current.problem?.kind).toBe('broken'));
  expect(result.current.problem?.again).toBeUndefined();
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.problem?.again).toBe(true));
  client.answer('Thread', aThreadAnswer([aMessage(1)]));
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.problem).toBeUndefined());
  client.answer('Thread', brokenHalf);
  act(() => result.current.refresh());
  await waitFor(() => expect(result.current.problem?.kind).toBe('broken'));
  expect(result.current.problem?.again).toBeUndefined();
});
