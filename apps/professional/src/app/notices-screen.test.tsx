import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConsole } from '../testing/open-console.tsx';

test('notices name the record while it may be seen, lead to it, and are counted live in the header', async () => {
  const { client } = openConsole('/notices');
  expect(
    await screen.findByText(/Amara Nwosu shares a part of their record with Fernside Recovery Team/),
  ).toBeDefined();
  expect(screen.getByText(/The access of Fernside Recovery Team to a record has ended/)).toBeDefined();
  const open = screen.getAllByRole('link', { name: 'Open the record' });
  expect(open.map((link) => link.getAttribute('href'))).toEqual([
    '/professional/teams/team-1/patients/record-1',
  ]);
  await waitFor(() => {
    act(() => void client.stream('NoticeAdded', { noticeAdded: { unreadCount: 1 } }));
    expect(screen.getByRole('link', { name: /Notices.*1 new notice/ })).toBeDefined();
  });
});
