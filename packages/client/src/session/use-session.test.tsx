import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ClientProvider } from '../client-provider.tsx';
import { useDraft } from '../drafts/use-draft.ts';
import { createTestClient, type TestAnswers } from '../testing/index.ts';
import { useSession, useViewer } from './use-session.ts';

const viewer = (id: string) => ({
  __typename: 'Viewer',
  app: 'PATIENT',
  person: { id, givenName: 'Amara', familyName: 'Nwosu', email: 'amara.nwosu@example.org' },
  record: { id: 'record-1' },
});
const signedIn = (id: string) => ({ data: { signIn: { __typename: 'SignedIn', viewer: viewer(id) } } });
const input = { email: 'amara.nwosu@example.org', password: 'a long enough password' };

function open(answers: TestAnswers) {
  const client = createTestClient('patient', answers);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ClientProvider client={client}>{children}</ClientProvider>
  );
  return { client, wrapper };
}

afterEach(() => sessionStorage.clear());

test('drafts outlive a session that ended, but not signing out', async () => {
  const { client, wrapper } = open({ SignIn: signedIn('person-1'), SignOut: { data: { signOut: true } } });
  const { result } = renderHook(useSession, { wrapper });
  await act(() => result.current.signIn(input));
  client.drafts.write('thread:1', 'Dear team');
  await act(() => result.current.signIn(input));
  expect(client.drafts.read('thread:1')).toBe('Dear team');
  await act(() => result.current.signOut());
  expect(client.drafts.read('thread:1')).toBe('');
});

test('another person who signs in on the same page finds no draft', async () => {
  const { client, wrapper } = open({ SignIn: signedIn('person-1') });
  const { result } = renderHook(useSession, { wrapper });
  await act(() => result.current.signIn(input));
  client.drafts.write('thread:1', 'Dear team');
  client.answer('SignIn', signedIn('person-2'));
  await act(() => result.current.signIn(input));
  expect(client.drafts.read('thread:1')).toBe('');
});

test('an answer that the sign-in is over is said once to the app, and remembered answers are forgotten', async () => {
  const { client, wrapper } = open({ Viewer: { data: { viewer: viewer('person-1') } } });
  const { result } = renderHook(useViewer, { wrapper });
  await waitFor(() => expect(result.current.data?.viewer?.person.id).toBe('person-1'));
  expect(client.remembered.size).toBe(1);
  let said = 0;
  client.signedOut.listen(() => {
    said += 1;
  });
  client.answer('Viewer', { code: 'UNAUTHENTICATED' });
  act(() => result.current.refresh());
  await waitFor(() => expect(said).toBe(1));
  expect(client.remembered.size).toBe(0);
});

test('a sign-out that did not reach the server is a problem, and keeps the drafts', async () => {
  const { client, wrapper } = open({ SignOut: 'offline' });
  client.drafts.write('thread:1', 'Dear team');
  const { result } = renderHook(useSession, { wrapper });
  expect(await act(() => result.current.signOut())).toEqual({ kind: 'offline', fields: [] });
  expect(client.drafts.read('thread:1')).toBe('Dear team');
});

test('a draft is kept within two seconds and found again, and its place alone', async () => {
  const { wrapper } = open({});
  const first = renderHook(() => useDraft('thread:1'), { wrapper });
  act(() => first.result.current.setText('Dear te'));
  act(() => first.result.current.setText('Dear team'));
  await waitFor(() => expect(sessionStorage.getItem('heldwell-draft:patient:thread:1')).toBe('Dear team'), {
    timeout: 2_000,
  });
  expect(renderHook(() => useDraft('thread:1'), { wrapper }).result.current.text).toBe('Dear team');
  expect(renderHook(() => useDraft('thread:2'), { wrapper }).result.current.text).toBe('');
  act(() => first.result.current.setText('Dear team, I'));
  first.unmount();
  expect(sessionStorage.getItem('heldwell-draft:patient:thread:1')).toBe('Dear team, I');
});
