import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, listOf, openApp, recordAnswer } from '../../testing/open-app.tsx';
import { anEntry } from '../../testing/records.ts';

const appointment = anEntry({
  id: 'appointment-1',
  kind: 'APPOINTMENT',
  title: 'Review with Dr Okafor',
  summary: null,
  occurredAt: '2026-12-01T14:30:00.000000+00:00',
  occurredPrecision: 'TIME',
});
const home = (changes: Record<string, unknown> = {}) =>
  recordAnswer({
    unreadThreadCount: 2,
    givenName: 'Amara',
    preferredName: null,
    viewerAccess: 'OWN',
    undecidedGrantCount: 0,
    waitingRequestCount: 0,
    state: 'REGISTERED',
    checksAskedBy: [],
    upcomingAppointments: [appointment],
    results: listOf([anEntry()]),
    goals: listOf([]),
    threads: listOf([{ id: 'thread-1' }]),
    ...changes,
  });

test('home asks one question, shows what is next and new, and passes axe', async () => {
  const { client } = openApp('/', { Home: home() });
  await findTitle('Welcome, Amara');
  expect(screen.getByText('1 December 2026 at 2:30pm')).toBeTruthy();
  expect(screen.getByText('You have new messages in 2 discussions')).toBeTruthy();
  expect(screen.getByText('51 mmol/mol')).toBeTruthy();
  expect(screen.queryByText('Get started')).toBeNull();
  await screen.findByText('(2 new messages)');
  const bar = screen.getByRole('navigation', { name: 'Main' });
  expect(
    within(bar)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Home', 'Messages2 (2 new messages)', 'Diary', 'My record', 'More']);
  expect(client.asked.map(({ name }) => name)).toEqual(['Home']);
  expect(document.title).toBe('Home – Heldwell');
  await expectNoViolations();
});

test('a new account is led through its first three steps', async () => {
  openApp('/', { Home: home({ threads: listOf([]), upcomingAppointments: [], results: listOf([]) }) });
  const steps = await screen.findByRole('list', { name: 'Get started' });
  expect(
    within(steps)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/record', '/sharing', '/messages/new']);
  await expectNoViolations();
});

test('teams nobody decided about are to be checked, until they are', async () => {
  const { unmount } = openApp('/', { Home: home({ undecidedGrantCount: 2 }) });
  const link = await screen.findByRole('link', { name: 'Check who can see your record' });
  expect(link.getAttribute('href')).toBe('/sharing/check');
  expect(screen.getByText(/^2 teams can see part of your record/)).toBeTruthy();
  await expectNoViolations();
  unmount();
  openApp('/', { Home: home() });
  await findTitle('Welcome, Amara');
  expect(screen.queryByText('Check who can see your record')).toBeNull();
});

test('somebody who asks for access is there until they are answered', async () => {
  const { client } = openApp('/', { Home: home({ waitingRequestCount: 1 }) });
  const link = await screen.findByRole('link', { name: 'Somebody asks for access' });
  expect(link.getAttribute('href')).toBe('/sharing');
  expect(screen.getByText('1 request waits for your yes or no.')).toBeTruthy();
  await expectNoViolations();
  client.answer('Home', home());
  const change = { recordChanged: { change: 'SHARING', thread: null } };
  await waitFor(() => expect(client.stream('RecordChanged', change)).toBe(1));
  await waitFor(() => expect(screen.queryByText('Somebody asks for access')).toBeNull());
});

test('a frozen record says why so little is there', async () => {
  openApp('/', { Home: home({ viewerAccess: 'FROZEN', threads: listOf([]) }) });
  await screen.findByRole('heading', { level: 2, name: /Your record is closed at the moment/ });
  expect(screen.getByRole('link', { name: 'Read my plan' }).getAttribute('href')).toBe(
    '/record/kind/care-plan',
  );
  expect(screen.queryByText('Get started')).toBeNull();
  await expectNoViolations();
});

test('a change in the record shows without reload', async () => {
  const { client } = openApp('/', { Home: home() });
  await findTitle('Welcome, Amara');
  client.answer('Home', home({ unreadThreadCount: 3 }));
  const change = { recordChanged: { change: 'THREADS', thread: null } };
  await waitFor(() => expect(client.stream('RecordChanged', change)).toBe(1));
  await screen.findByText('You have new messages in 3 discussions');
});

test('who is not signed in is led to signing in, and a problem offers one more try', async () => {
  const { unmount } = openApp('/', { Home: { data: { viewer: null } } });
  await findTitle('Sign in');
  unmount();
  const { client } = openApp('/', { Home: { code: 'INTERNAL' } });
  await screen.findByText('We could not load your home page.');
  client.answer('Home', home());
  screen.getByRole('button', { name: 'Try again' }).click();
  await findTitle('Welcome, Amara');
});

test('a record that nobody has checked yet says what waits, and how to prove who one is', async () => {
  const { unmount } = openApp('/', { Home: home({ state: 'REGISTERING' }) });
  const card = await screen.findByRole('link', { name: /Prove who you are/ });
  expect(card.getAttribute('href')).toBe('/more/identity');
  expect(screen.getByText(/waits until somebody has made sure that it is you/)).toBeTruthy();
  unmount();
  openApp('/', { Home: home({ checksAskedBy: [{ name: 'Fern Trust' }] }) });
  await screen.findByText('Fern Trust asks to make sure itself before it shows what it has sent.');
});
