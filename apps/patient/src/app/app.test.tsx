import { aMessage, aThreadAnswer } from '@heldwell/client/testing';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press } from '../testing/open-app.tsx';
import english from './app.messages.json';
import { screens } from './routes.ts';

test('every screen has its own address, a name, and belongs to a place of the bar or opens without signing in', () => {
  expect(new Set(screens.map(({ path }) => path)).size).toBe(screens.length);
  for (const screen of screens) {
    expect(english[screen.title]).toBeTruthy();
    expect(Boolean(screen.open) || Boolean(screen.section)).toBe(true);
  }
});

test('get help now asks nothing of the server, names the national numbers, and passes axe', async () => {
  const { client } = openApp('/help');
  await findTitle('Get help now');
  const numbers = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(numbers).toEqual(
    expect.arrayContaining(['tel:999', 'tel:111', 'sms:85258?body=SHOUT', 'tel:116123']),
  );
  expect(client.asked).toEqual([]);
  await expectNoViolations();
});

test('an address that leads nowhere says so', async () => {
  openApp('/nothing-here');
  await findTitle('Page not found');
});

test('when the sign-in ends, signing in leads back to where one was, with the words kept', async () => {
  const viewer = {
    app: 'PATIENT',
    person: { id: 'p', givenName: 'Amara', familyName: 'Nwosu', email: 'a' },
    record: null,
  };
  const { client } = openApp('/messages/thread-1', {
    Thread: aThreadAnswer([aMessage(1)]),
    MarkThreadRead: { data: { markThreadRead: null } },
    SendMessage: { code: 'UNAUTHENTICATED' },
    SignIn: { data: { signIn: { __typename: 'SignedIn', viewer } } },
  });
  await findTitle('My sleep');
  fireEvent.change(screen.getByLabelText('Write a message'), { target: { value: 'Half a thought' } });
  press('Send message');
  await findTitle('Sign in');
  expect(screen.getByText(/Anything you were writing is kept/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('E-mail address'), { target: { value: 'amara.nwosu@example.org' } });
  fireEvent.change(screen.getByLabelText('Password', { selector: 'input' }), {
    target: { value: 'a long password' },
  });
  press('Sign in');
  await findTitle('My sleep');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Write a message').value).toBe('Half a thought');
  expect(client.signedOut).toBeTruthy();
});

test('without a line, a screen says so and tries again by itself when the line is back', async () => {
  const { client } = openApp('/diary', { Diary: 'offline' });
  await screen.findByText(/You are offline, so we cannot load your diary/, undefined, { timeout: 8_000 });
  client.answer('Diary', { data: { viewer: null } });
  act(() => void window.dispatchEvent(new Event('online')));
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sign in'));
}, 12_000);
