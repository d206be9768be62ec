import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../testing/open-console.tsx';
import { anInboxRow, inboxAnswer } from '../../testing/story.ts';

const inbox = '/teams/team-1/inbox';

/** An inbox of two pages, each answer made anew as a server makes it. */
function inPages(first: readonly unknown[], second: readonly unknown[]) {
  const ask = ({ after }: Record<string, unknown>) => {
    const answer = inboxAnswer(after === 'c1' ? second : first);
    if (after !== 'c1') answer.data.team.inbox.pageInfo = { hasNextPage: true, endCursor: 'c1' };
    return answer;
  };
  return { Inbox: ask };
}

describe('the inbox', () => {
  test('is a table whose first cell opens the discussion', async () => {
    openConsole(inbox);
    const link = await screen.findByRole('link', { name: /NWOSU, Amara \(Ms\)/ });
    expect(link.getAttribute('href')).toBe('/professional/teams/team-1/inbox/thread-1');
    const row = within(link.closest('tr') as HTMLElement);
    expect(row.getByText('2 new')).toBeDefined();
    expect(row.getByText('06-Aug-2026 14:30')).toBeDefined();
    expect(row.getByText('Mental health')).toBeDefined();
  });

  test('has its views as links with counts, and asks for the one in the address', async () => {
    const { client } = openConsole(`${inbox}?view=waiting-on-us`);
    const views = within(await screen.findByRole('navigation', { name: 'Views of the inbox' }));
    const current = await views.findByRole('link', { name: 'Waiting on us (1)' });
    expect(current.getAttribute('aria-current')).toBe('page');
    expect(views.getByRole('link', { name: 'Unread (1)' }).getAttribute('href')).toContain('?view=unread');
    expect(client.asked.find(({ name }) => name === 'Inbox')?.variables).toMatchObject({
      view: 'WAITING_ON_TEAM',
    });
  });

  test('shows a new discussion and says so, without a reload', async () => {
    const { client } = openConsole(inbox);
    await screen.findByText('My sleep');
    const beginning = { counts: { all: 1, unread: 1, waitingOnTeam: 1, waitingOnPatient: 0 }, thread: null };
    const asked = client.asked.length;
    act(() => void client.stream('InboxChanged', { inboxChanged: beginning }));
    expect(client.asked).toHaveLength(asked);
    const arrived = anInboxRow({ id: 'thread-2', subject: 'New tablets' });
    client.answer('Inbox', inboxAnswer([arrived, anInboxRow()]));
    act(() => {
      const counts = { all: 2, unread: 2, waitingOnTeam: 2, waitingOnPatient: 0 };
      expect(client.stream('InboxChanged', { inboxChanged: { counts, thread: arrived } })).toBe(1);
    });
    expect(await screen.findByText('New tablets')).toBeDefined();
    expect(screen.getByText('New message from NWOSU, Amara (Ms): New tablets')).toBeDefined();
  });

  test('says what an empty view means', async () => {
    openConsole(`${inbox}?view=unread`, { Inbox: inboxAnswer([]) });
    expect(await screen.findByText('Nothing in this view')).toBeDefined();
    expect(screen.getByRole('link', { name: 'See all discussions' })).toBeDefined();
  });

  test('offers one try again when it cannot be loaded', async () => {
    const { client } = openConsole(inbox, { Inbox: { code: 'INTERNAL' } });
    const again = await screen.findByRole('button', { name: 'Try again' });
    client.answer('Inbox', inboxAnswer([anInboxRow()]));
    fireEvent.click(again);
    expect(await screen.findByText('My sleep')).toBeDefined();
  });

  test('says that there is no connection, after some more tries', async () => {
    openConsole(inbox, { Inbox: 'offline' });
    expect(await screen.findByText(/You are offline, so we cannot load the inbox/)).toBeDefined();
  });

  test('asks for older rows after the last one, and asks for them anew when something changed', async () => {
    const older = anInboxRow({ id: 'thread-0', subject: 'Older' });
    const answer = inPages([anInboxRow()], [older]);
    const { client } = openConsole(inbox, answer);
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('Older')).toBeDefined();
    client.answer('Inbox', inPages([anInboxRow()], []).Inbox);
    act(() => client.refresh.send('threads'));
    await waitFor(() => expect(screen.queryByText('Older')).toBeNull());
    expect(screen.getByText('My sleep')).toBeDefined();
  });
});
