import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openCarerApp } from '../testing/open-carer-app.tsx';
import { gareth, viewerAnswer } from '../testing/story.ts';

describe('the people somebody cares for', () => {
  test('are skipped when there is one, and chosen from when there are several', async () => {
    const first = openCarerApp('/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeDefined();
    expect(screen.getByText('You are looking at Amara Nwosu’s record')).toBeDefined();
    expect(screen.queryByText('Choose another person')).toBeNull();
    first.unmount();
    const { data } = viewerAnswer();
    openCarerApp('/', { CarerViewer: viewerAnswer([...data.viewer.caresFor.nodes, gareth]) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Who I care for' })).toBeDefined();
    expect(screen.getByRole('link', { name: /Gareth Pritchard/ })).toBeDefined();
  });

  test('may be nobody yet, with the way to be invited', async () => {
    openCarerApp('/', { CarerViewer: viewerAnswer([]) });
    expect(await screen.findByText('Nobody has shared their record with you yet')).toBeDefined();
  });
});

describe('help', () => {
  test('is one tap away on every screen and asks the server nothing', async () => {
    const { client } = openCarerApp('/sign-in', { CarerViewer: { data: { viewer: null } } });
    fireEvent.click(await screen.findByRole('link', { name: 'Get help now' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Get help now' })).toBeDefined();
    const call = screen.getByRole('link', { name: 'Call 999' });
    expect(call.getAttribute('href')).toBe('tel:999');
    expect(client.asked).toEqual([]);
  });
});

describe('a session that ended', () => {
  test('leads to sign-in, says why, and shows nothing of the record any more', async () => {
    const { client } = openCarerApp('/people/record-1/messages');
    await screen.findByText('My sleep');
    client.answer('PersonThreads', { code: 'UNAUTHENTICATED' });
    act(() => client.refresh.send('threads'));
    expect(await screen.findByText(/You were signed out because you were away/)).toBeDefined();
    expect(document.body.textContent).not.toContain('Amara');
  });
});

describe('settings', () => {
  test('change the size of all text at once and keep it on this device', async () => {
    openCarerApp('/settings');
    const sizes = within(await screen.findByRole('group', { name: 'Text size' }));
    fireEvent.click(sizes.getByLabelText('Largest'));
    expect(document.documentElement.style.fontSize).toBe('140%');
    expect(localStorage.getItem('heldwell.text-size')).toBe('largest');
  });
});

describe('notices', () => {
  test('name the record while it may be seen, lead to it, and are counted live on every screen', async () => {
    const { client } = openCarerApp('/notices');
    expect(await screen.findByText(/You can see a part of the record of Amara Nwosu/)).toBeDefined();
    expect(screen.getByText(/Your access to a record has ended/)).toBeDefined();
    const open = screen.getAllByRole('link', { name: 'Open the record' });
    expect(open.map((link) => link.getAttribute('href'))).toEqual(['/carer/people/record-1']);
    await waitFor(() => {
      act(() => void client.stream('NoticeAdded', { noticeAdded: { unreadCount: 1 } }));
      expect(screen.getByRole('link', { name: /Notices.*1 new notice/ })).toBeDefined();
    });
  });
});
