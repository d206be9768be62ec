import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ClientProvider } from '../client-provider.tsx';
import { createTestClient } from '../testing/index.ts';
import { useSessionEnd } from './use-session-end.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number) => new Date(NOON + minutes * MINUTE).toISOString();

/** A session that lies idle after half an hour and ends after so many minutes. */
const limits = (expires: number) => () => ({
  data: {
    viewer: {
      session: {
        lastSeenAt: new Date().toISOString(),
        idleUntil: new Date(Date.now() + 30 * MINUTE).toISOString(),
        expiresAt: at(expires),
      },
    },
  },
});

async function open(expires = 720) {
  const client = createTestClient('patient', { SessionLimits: limits(expires) });
  let said = 0;
  client.signedOut.listen(() => {
    said += 1;
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  const hook = renderHook(useSessionEnd, { wrapper });
  await pass(0.25);
  return { client, hook, signedOut: () => said };
}

const pass = (minutes: number) => act(() => vi.advanceTimersByTimeAsync(minutes * MINUTE));

beforeEach(() => vi.useFakeTimers({ now: NOON }));
afterEach(() => {
  vi.useRealTimers();
  sessionStorage.clear();
});

test('says nothing while the session is far from its end, and asks once for its limits', async () => {
  const { client, hook } = await open();
  await pass(20);
  expect(hook.result.current.end).toBeUndefined();
  expect(client.asked.map(({ name }) => name)).toEqual(['SessionLimits']);
});

test('warns five minutes before it lies idle, and staying puts that off', async () => {
  const { client, hook } = await open();
  await pass(24.25);
  expect(hook.result.current.end?.canStay).toBe(true);
  await act(() => hook.result.current.stay());
  expect(hook.result.current.end).toBeUndefined();
  await pass(20);
  expect(hook.result.current.end).toBeUndefined();
  expect(client.asked).toHaveLength(2);
});

test('what the server answers puts the warning off, in another tab too', async () => {
  const { client, hook } = await open();
  await pass(20);
  act(() => client.answered.send());
  await pass(15);
  expect(hook.result.current.end).toBeUndefined();
});

test('says that nobody is signed in once the server says so, and not before', async () => {
  const { client, signedOut } = await open();
  client.answer('SessionLimits', { data: { viewer: null } });
  client.drafts.write('thread:1', 'Half a thought');
  await pass(29);
  expect(signedOut()).toBe(0);
  await pass(2);
  expect(signedOut()).toBe(1);
  expect(client.drafts.read('thread:1')).toBe('Half a thought');
});

test('warns before the end for good, which no staying puts off', async () => {
  const { client, hook } = await open(20);
  await pass(10);
  expect(hook.result.current.end).toBeUndefined();
  act(() => client.answered.send());
  await pass(5.5);
  expect(hook.result.current.end).toEqual({ at: NOON + 20 * MINUTE, canStay: false });
});
