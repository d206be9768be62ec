import { aMessage, aThread, aThreadAnswer } from '@heldwell/client/testing';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';

const team = (id: string, name: string) => ({
  id,
  name,
  answerTime: '2 working days',
  openingHours: 'Monday to Friday, 9am to 5pm',
  organisation: { id: 'o', name: 'Fernside Mental Health NHS Foundation Trust' },
});
const chidi = { id: 'carer-1', displayName: 'Chidi Nwosu', relationship: 'Brother', labels: ['GENERAL'] };
const oneTeam = recordAnswer({ teamsToWriteTo: [team('team-1', 'Fernside Recovery Team')], carers: [chidi] });
const started = { data: { startThread: { __typename: 'ThreadStarted', thread: { id: 'thread-1' } } } };

const type = (label: string | RegExp, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } });
const sent = (asked: { name: string; variables: Record<string, unknown> }[]) =>
  asked
    .filter(({ name }) => name === 'StartThread')
    .map(({ variables }) => variables.input as Record<string, unknown>);

test('the list says with whom, the last words, how far and what is new, and passes axe', async () => {
  const thread = {
    ...aThread({ unreadCount: 1, state: 'ANSWERED' }),
    lastMessageAt: '2026-08-05T09:00:00.000000+00:00',
    preview: 'See you on Friday',
    lastAuthor: 'Tom Bell',
    lastAuthorRole: 'STAFF',
  };
  const viewer = { person: { id: 'p', givenName: 'Amara', familyName: 'Nwosu' } };
  const answer = recordAnswer({ threads: listOf([thread]) });
  openApp('/messages', { Messages: { data: { viewer: { ...viewer, ...answer.data.viewer } } } });
  await screen.findByText('Tom Bell: See you on Friday');
  expect(screen.getByText(/Answered/)).toBeTruthy();
  expect(screen.getByText('(1 new message)')).toBeTruthy();
  await expectNoViolations();
});

test('without messages it says what one can write about', async () => {
  openApp('/messages', { Messages: recordAnswer({ threads: listOf([]) }) });
  await screen.findByText('No messages yet');
});

test('with one team it is chosen; nothing typed is said in the summary and beside the fields', async () => {
  openApp('/messages/new', { NewThread: oneTeam });
  await screen.findByText('You are writing to Fernside Recovery Team.');
  expect(screen.getByText(/usually answers in 2 working days/)).toBeTruthy();
  expect(screen.getByText(/not for emergencies/)).toBeTruthy();
  press('Send message');
  expect(screen.getAllByText(/Enter a subject/)).toHaveLength(2);
  expect(screen.getAllByText(/Write your message/)).toHaveLength(2);
  await expectNoViolations();
});

test('a carer without the label is copied in only after a yes', async () => {
  const { client } = openApp('/messages/new', {
    NewThread: oneTeam,
    StartThread: started,
    Thread: aThreadAnswer([aMessage(1, { sentByViewer: true })]),
  });
  await screen.findByText('You are writing to Fernside Recovery Team.');
  type('Subject', 'My sleep');
  type('Your message', 'I sleep badly');
  fireEvent.click(screen.getByLabelText('Mental health'));
  fireEvent.click(screen.getByLabelText('Chidi Nwosu'));
  press('Send message');
  expect(screen.getAllByText(/Say yes to let Chidi Nwosu read this discussion/)).toHaveLength(2);
  expect(sent(client.asked)).toEqual([]);
  await expectNoViolations();
  fireEvent.click(screen.getByLabelText('Yes, let Chidi Nwosu read this discussion'));
  press('Send message');
  await findTitle('My sleep');
  expect(sent(client.asked)).toMatchObject([
    { team: 'team-1', label: 'MENTAL_HEALTH', copyTo: ['carer-1'], allowCarersWithoutLabel: true },
  ]);
});

test('a send that failed keeps every word, and the second try carries the same id', async () => {
  const { client } = openApp('/messages/new', {
    NewThread: oneTeam,
    StartThread: 'offline',
    Thread: aThreadAnswer([aMessage(1, { sentByViewer: true })]),
  });
  await screen.findByText('You are writing to Fernside Recovery Team.');
  type('Subject', 'My sleep');
  type('Your message', 'I sleep badly');
  press('Send message');
  await screen.findByText(/You are offline. What you typed is still here/);
  expect(screen.getByLabelText<HTMLInputElement>('Subject').value).toBe('My sleep');
  client.answer('StartThread', started);
  press('Send message');
  await waitFor(() => expect(sent(client.asked)).toHaveLength(2));
  const [first, second] = sent(client.asked);
  expect(first?.id).toBe(second?.id);
});

test('what was typed is there again after a reload', async () => {
  const { unmount } = openApp('/messages/new', { NewThread: oneTeam });
  await screen.findByText('You are writing to Fernside Recovery Team.');
  type('Your message', 'I sleep badly');
  unmount();
  openApp('/messages/new', { NewThread: oneTeam });
  await screen.findByText('You are writing to Fernside Recovery Team.');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Your message').value).toBe('I sleep badly');
});
