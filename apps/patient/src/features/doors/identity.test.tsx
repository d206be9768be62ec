import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';

describe('who one is', () => {
  test('says that nobody has made sure, and the ways to it', async () => {
    openApp('/more/identity', {
      Identity: recordAnswer({ state: 'REGISTERING', identityChecks: [], checksAskedBy: [] }),
    });
    await screen.findByText('Nobody has made sure yet who you are');
    expect(screen.getByRole('link', { name: /Use the Demo sign-in/ }).getAttribute('href')).toBe(
      '/sign-in/national',
    );
    await expectNoViolations();
  });

  test('names who checked, and who asks to check itself', async () => {
    const check = {
      how: 'LETTER',
      organisationName: 'Fern Trust',
      checkedAt: '2026-11-20T09:00:00.000000+00:00',
    };
    openApp('/more/identity', {
      Identity: recordAnswer({
        ...{ state: 'REGISTERED', identityChecks: [check] },
        checksAskedBy: [{ id: 'o', name: 'Oak Trust' }],
      }),
    });
    await screen.findByText(/By a letter of Fern Trust/);
    expect(screen.getByText('Oak Trust asks to make sure itself')).toBeTruthy();
    await expectNoViolations();
  });
});

describe('closing', () => {
  test('says what it means before it is done, and a closed record is opened again', async () => {
    const closed = { data: { viewer: { record: null } } };
    const { client } = openApp('/more/close', {
      Close: recordAnswer({}),
      CloseRecord: { data: { closeRecord: true } },
      Home: closed,
      RecordState: { data: { viewer: { recordState: 'DEREGISTERED', recordClosedBy: null } } },
      ReopenRecord: { data: { reopenRecord: true } },
    });
    await findTitle('Close my record');
    await screen.findByText('Nothing is deleted. Teams keep what they wrote themselves.');
    await expectNoViolations();
    press('Yes, close my record');
    await screen.findByText('You closed your record');
    press('Open my record again');
    await waitFor(() => expect(client.asked.map(({ name }) => name)).toContain('ReopenRecord'));
  });

  test('by staff, as was asked in writing, says who did it and what to do if it was not asked', async () => {
    openApp('/', {
      Home: { data: { viewer: { record: null } } },
      RecordState: {
        data: { viewer: { recordState: 'DEREGISTERED', recordClosedBy: 'Fernside Recovery Team' } },
      },
    });
    await screen.findByText('Fernside Recovery Team closed your record');
    await screen.findByText(/If you did not, open it again and tell them/);
    await expectNoViolations();
  });
});

test('inside another app its own header is hidden, for as long as the tab lives, and help stays', async () => {
  window.history.replaceState(null, '', '/?host=app');
  const { unmount } = openApp('/sign-in');
  await findTitle('Sign in');
  expect(document.querySelector('.hw-header')).toBeNull();
  expect(screen.getAllByRole('link', { name: 'Get help now' })).toHaveLength(1);
  unmount();
  window.history.replaceState(null, '', '/');
  openApp('/sign-in');
  await findTitle('Sign in');
  expect(document.querySelector('.hw-header')).toBeNull();
  sessionStorage.clear();
});
