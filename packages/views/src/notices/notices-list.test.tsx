import type { Notice } from '@heldwell/client';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { sentenceId } from './notice-words.ts';
import messages from './notices.messages.json';
import { NoticesList } from './notices-list.tsx';
import { NoticesProvider, useNoticeCount } from './unread-notices.tsx';

function aNotice(changes: Partial<Notice> = {}): Notice {
  return {
    id: 'notice-1',
    kind: 'ACCESS_GIVEN',
    at: '2026-08-06T13:30:00.000000+00:00',
    readAt: null,
    reference: '7F3A-09C2',
    forDiscussion: false,
    recordId: null,
    recordName: null,
    granteeName: 'Fernside Recovery Team',
    madeBy: 'Amara Nwosu',
    madeByViewer: true,
    requestId: null,
    officeId: null,
    ...changes,
  };
}
const answer = (nodes: readonly Notice[], endCursor: string | null = null) => ({
  data: { viewer: { notices: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } } },
});
const MarkNoticesRead = { data: { markNoticesRead: { unreadCount: 0 } } };

test('what is new is marked as read when it is shown, once, and stays marked as new while one reads', async () => {
  const before = aNotice({
    id: 'notice-0',
    readAt: '2026-08-05T09:00:00.000000+00:00',
    kind: 'RECORD_TAKEN_UP',
    reference: null,
  });
  const { client, container } = show(<NoticesList sharingTo="/sharing" />, {
    Notices: answer([aNotice(), before]),
    MarkNoticesRead,
  });
  await screen.findByText(/You let Fernside Recovery Team see a part of your record/);
  expect(screen.getAllByText('New')).toHaveLength(1);
  expect(screen.getAllByText('Reference in our e-mail: 7F3A-09C2')).toHaveLength(1);
  const marked = () => client.asked.filter(({ name }) => name === 'MarkNoticesRead');
  await waitFor(() =>
    expect(marked()).toEqual([{ name: 'MarkNoticesRead', variables: { notices: ['notice-1'] } }]),
  );
  client.answer('Notices', answer([aNotice({ readAt: '2026-08-06T14:00:00.000000+00:00' }), before]));
  act(() => client.refresh.send('notices'));
  await waitFor(() => expect(client.asked.filter(({ name }) => name === 'Notices')).toHaveLength(2));
  expect(screen.getAllByText('New')).toHaveLength(1);
  expect(marked()).toHaveLength(1);
  await expectNoViolations(container);
});

test('a question leads to where it is answered, and an answer to where it stands', async () => {
  const nodes = [
    aNotice({
      kind: 'ACCESS_ASKED',
      granteeName: 'Chidi Nwosu',
      madeByViewer: false,
      requestId: 'request-1',
    }),
    aNotice({ id: 'notice-2', kind: 'ACCESS_ASKED', granteeName: 'Sam Reed', madeByViewer: false }),
    aNotice({ id: 'notice-3', kind: 'QUESTION_ANSWERED', granteeName: 'Northgate Hospital' }),
  ];
  const { container } = show(
    <NoticesList requestTo={(id) => `/asked/${id}`} looksTo="/who-looked" deskTo={(id) => `/desk/${id}`} />,
    { Notices: answer(nodes), MarkNoticesRead },
  );
  await screen.findByText(/Chidi Nwosu asks for access to your record/);
  expect(screen.getByText(/Northgate Hospital answered your question/)).toBeTruthy();
  const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/asked/request-1', '/who-looked']);
  await expectNoViolations(container);
});

test('no notices, and no answer, are said', async () => {
  const { client } = show(<NoticesList />, { Notices: answer([]) });
  await screen.findByText('No notices yet');
  client.answer('Notices', { code: 'INTERNAL' });
  show(<NoticesList />, { Notices: { code: 'INTERNAL' } });
  await screen.findByText('We could not load your notices.');
});

function Count() {
  return <p>{useNoticeCount().label}</p>;
}

test('the count follows the stream, asks nothing, and a new notice is said aloud, one that was read is not', async () => {
  const { client } = show(
    <NoticesProvider signedIn>
      <Count />
    </NoticesProvider>,
  );
  const tell = (unreadCount: number) =>
    act(() => void client.stream('NoticeAdded', { noticeAdded: { unreadCount } }));
  await waitFor(() => {
    tell(1);
    expect(screen.getByText('1 new notice')).toBeTruthy();
  });
  expect(screen.getByRole('status').textContent).toBe('');
  tell(2);
  expect(screen.getByText('2 new notices')).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('You have 2 new notices');
  tell(0);
  expect(screen.getByText('0 new notices')).toBeTruthy();
  expect(client.asked).toEqual([]);
});

test('every kind has a sentence in each app it is told in, and none names what may not be seen any more', () => {
  const shared = ['ACCESS_GIVEN', 'ACCESS_CHANGED', 'ACCESS_ENDED'] as const;
  const kinds = {
    patient: [
      ...shared,
      'EMERGENCY_ACCESS',
      'INVITATION_TAKEN_UP',
      'RECORD_TAKEN_UP',
      'LABEL_CHANGED',
      'SHARING_STOPPED',
      'SHARING_RESUMED',
      'ACCESS_ASKED',
      'QUESTION_ANSWERED',
    ],
    carer: [...shared, 'EMERGENCY_ACCESS'],
    professional: [...shared, 'EMERGENCY_ACCESS', 'LOOK_QUESTIONED'],
  } as const;
  for (const app of ['patient', 'carer', 'professional'] as const) {
    for (const kind of kinds[app]) {
      for (const madeByViewer of [true, false]) {
        for (const recordName of ['Amara Nwosu', null]) {
          const id = sentenceId(app, aNotice({ kind, madeByViewer, recordName }));
          expect(messages[id].includes('{record}') && recordName === null, id).toBe(false);
        }
      }
    }
  }
});
