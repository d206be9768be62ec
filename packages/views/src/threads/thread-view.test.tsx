import { type ThreadMessages, useThreadMessages } from '@heldwell/client';
import { aMessage, aThread, aThreadAnswer } from '@heldwell/client/testing';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
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

const end = (container: HTMLElement) => {
  const dialog = within(container.querySelector('dialog') as HTMLElement);
  fireEvent.click(dialog.getByText('Yes, end it'));
};

test('who may end a discussion is told what ends with it, and led to that it has', async () => {
  const closed = { state: 'CLOSED', closedAt: '2026-08-07T09:00:00.000000+00:00' } as const;
  const CloseThread = { data: { closeThread: { __typename: 'ThreadClosed', thread: aThread(closed) } } };
  const { client, container } = open({ Thread: aThreadAnswer(two, { viewerMayClose: true }), CloseThread });
  await screen.findByText('I sleep badly');
  fireEvent.click(screen.getByRole('button', { name: 'End this discussion' }));
  expect(screen.getByText(/They lose that access at once/)).toBeTruthy();
  await expectNoViolations(container);
  fireEvent.click(screen.getByText('No, keep it open'));
  expect(client.asked.some(({ name }) => name === 'CloseThread')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'End this discussion' }));
  client.answer('Thread', aThreadAnswer(two, closed));
  end(container);
  const notice = await screen.findByText(/This discussion ended on 7 August 2026/);
  await waitFor(() => expect(document.activeElement).toBe(notice));
  expect(client.asked.find(({ name }) => name === 'CloseThread')?.variables).toEqual({
    input: { thread: 'thread-1' },
  });
  expect(screen.queryByRole('button', { name: 'End this discussion' })).toBeNull();
  // Writing opens it again.
  expect(screen.getByLabelText('Write a message')).toBeTruthy();
});

test('an end that was refused is told, and the discussion stays', async () => {
  const CloseThread = { data: { closeThread: { __typename: 'NotFound', message: 'No.' } } };
  const { container } = open({ Thread: aThreadAnswer(two, { viewerMayClose: true }), CloseThread });
  await screen.findByText('I sleep badly');
  fireEvent.click(screen.getByRole('button', { name: 'End this discussion' }));
  end(container);
  await screen.findByRole('alert');
  expect(screen.getByText('I sleep badly')).toBeTruthy();
});

test('who may not end a discussion finds no way to, and one that ended elsewhere says so', async () => {
  const { client } = open();
  await screen.findByText('I sleep badly');
  expect(screen.queryByRole('button', { name: 'End this discussion' })).toBeNull();
  const thread = aThread({ state: 'CLOSED', closedAt: '2026-08-07T09:00:00.000000+00:00' });
  const messages = [aMessage(3, { text: 'Yes please', sentByViewer: true })];
  act(() => void client.stream('MessagesAdded', { messagesAdded: { position: 3, messages, thread } }));
  await screen.findByText(/This discussion ended on 7 August 2026/);
  // Of the discussion, and not of a message in it.
  expect(screen.getAllByText('Ended')).toHaveLength(1);
});
