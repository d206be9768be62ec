import { type ThreadMessages, useThreadMessages } from '@heldwell/client';
import { aMessage, aThread, aThreadAnswer } from '@heldwell/client/testing';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { ThreadView } from './thread-view.tsx';

function Discussion() {
  const discussion: ThreadMessages = useThreadMessages('thread-1');
  return <ThreadView discussion={discussion} helpTo="/help" />;
}

const two = [
  aMessage(1, { text: 'I sleep badly', sentByViewer: true, authorRole: 'PATIENT' }),
  aMessage(2, { text: 'Shall we talk on Friday?', sentAt: '2026-08-06T09:00:00.000000+00:00' }),
];
const sent = {
  data: {
    sendMessage: {
      __typename: 'MessageSent',
      message: aMessage(3, { text: 'Yes please', sentByViewer: true }),
    },
  },
};
const open = (sending: Parameters<typeof show>[1] = {}) =>
  show(<Discussion />, {
    Thread: aThreadAnswer(two),
    MarkThreadRead: { data: { markThreadRead: null } },
    ...sending,
  });

const write = (words: string) =>
  fireEvent.change(screen.getByLabelText('Write a message'), { target: { value: words } });

test('a discussion shows who wrote what, by day, when the team answers, and passes axe', async () => {
  const { container } = open();
  await screen.findByText('I sleep badly');
  expect(screen.getAllByRole('heading', { level: 3 }).map((day) => day.textContent)).toEqual([
    'Wednesday 5 August 2026',
    'Thursday 6 August 2026',
  ]);
  expect(screen.getByText('Tom Bell').closest('li')?.textContent).toContain('Fernside Recovery Team');
  expect(screen.getByText('You')).toBeTruthy();
  expect(screen.getByText(/usually answers in 2 working days/)).toBeTruthy();
  expect(screen.getByText(/Messages are not for emergencies/)).toBeTruthy();
  await expectNoViolations(container);
});

test('a sent message appears once, and the box is empty', async () => {
  const { client } = open({ SendMessage: sent });
  await screen.findByText('I sleep badly');
  write('Yes please');
  fireEvent.click(screen.getByRole('button', { name: 'Send message' }));
  await screen.findByText('Yes please', { selector: 'p' });
  const [first] = client.asked.filter(({ name }) => name === 'SendMessage');
  expect(first?.variables).toMatchObject({ input: { thread: 'thread-1', text: 'Yes please' } });
  expect(screen.getByLabelText<HTMLTextAreaElement>('Write a message').value).toBe('');
});

test('a send that failed keeps the words, and trying again sends them under the same id', async () => {
  const { client } = open({ SendMessage: 'offline' });
  await screen.findByText('I sleep badly');
  write('Yes please');
  fireEvent.click(screen.getByRole('button', { name: 'Send message' }));
  await screen.findByText('Your message was not sent');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Write a message/).value).toBe('Yes please');
  client.answer('SendMessage', sent);
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Yes please', { selector: 'p' });
  const ids = client.asked
    .filter(({ name }) => name === 'SendMessage')
    .map(({ variables }) => variables.input);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toEqual(ids[1]);
});

test('sending nothing says so beside the box and in the summary', async () => {
  const { client } = open();
  await screen.findByText('I sleep badly');
  fireEvent.click(screen.getByRole('button', { name: 'Send message' }));
  expect(screen.getAllByText(/Write your message first/)).toHaveLength(2);
  expect(client.asked.some(({ name }) => name === 'SendMessage')).toBe(false);
});

test('an arriving message is shown and said aloud', async () => {
  const { client } = open();
  await screen.findByText('I sleep badly');
  const messagesAdded = { position: 3, messages: [aMessage(3, { text: 'At 10am?' })], thread: aThread() };
  act(() => void client.stream('MessagesAdded', { messagesAdded }));
  await screen.findByText('At 10am?');
  await waitFor(() => expect(screen.getByText('New message from Tom Bell')).toBeTruthy());
});

test('when access ends, the words go and a neutral notice stays', async () => {
  const { client } = open();
  await screen.findByText('I sleep badly');
  client.answer('Thread', { data: { thread: null } });
  act(() => client.endStream('MessagesAdded'));
  await screen.findByText('Access has ended');
  expect(screen.queryByText('I sleep badly')).toBeNull();
});

test('who may only read finds no box', async () => {
  open({ Thread: aThreadAnswer(two, { viewerMayReply: false }) });
  await screen.findByText('You can read this discussion, but not write in it.');
  expect(screen.queryByLabelText('Write a message')).toBeNull();
});
