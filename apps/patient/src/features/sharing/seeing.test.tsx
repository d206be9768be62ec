import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, listOf, openApp, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant, anEntry } from '../../testing/records.ts';

const thread = (id: string, subject: string) => ({
  ...{ id, subject, label: 'MENTAL_HEALTH', lastMessageAt: '2026-07-01T09:00:00.000000+00:00' },
  team: { id: 'team-1', name: 'Fernside Recovery Team' },
});
const aSight = (record: Record<string, unknown> | null, who: Record<string, unknown> = {}) =>
  recordAnswer(
    { sharing: { grants: [aGrant()] } },
    { seenBy: { name: 'Fernside Recovery Team', kind: 'TEAM', record, ...who } },
  );
const seen = {
  id: 'record-1',
  viewerLabels: ['GENERAL', 'MENTAL_HEALTH'],
  viewerSummaryLabels: [],
  entryCounts: [
    { kind: 'MEDICINE', count: 4 },
    { kind: 'TEST_RESULT', count: 1 },
  ],
  threads: listOf([thread('thread-1', 'My sleep')]),
  keptThreads: { nodes: [thread('thread-2', 'An older one')] },
};

test('says as whom one looks, what no look can show, and what they see of the record', async () => {
  openApp('/sharing/see/grant-1', { SeenBy: aSight(seen) });
  await findTitle('What Fernside Recovery Team sees');
  const banner = screen.getByRole('region', { name: 'You are looking as Fernside Recovery Team would' });
  expect(banner.textContent).toMatch(
    /Staff may also see results before they are released to you, and their own notes/,
  );
  expect(screen.getByRole('link', { name: /^Medicines/ }).getAttribute('href')).toBe(
    '/sharing/see/grant-1/kind/medicine',
  );
  expect(screen.getByText('My sleep')).toBeTruthy();
  expect(screen.getByText('An older one')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Change what Fernside Recovery Team can see' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: /My sleep/ })).toBeNull();
  await expectNoViolations();
});

test('says so when they see nothing, and when there is nobody to look as', async () => {
  const first = openApp('/sharing/see/grant-1', { SeenBy: aSight(null, { kind: 'CARER', name: 'Chidi' }) });
  await screen.findByText('Chidi sees nothing of your record now');
  expect(screen.queryByText(/Staff may also/)).toBeNull();
  first.unmount();
  openApp('/sharing/see/grant-1', { SeenBy: recordAnswer({ sharing: { grants: [] } }, { seenBy: null }) });
  await screen.findByText('This is not shared');
});

test('lists what they see of one kind, to be read and not opened', async () => {
  const record = { id: 'record-1', page: listOf([anEntry({ id: 'entry-1', title: 'HbA1c' })]) };
  openApp('/sharing/see/grant-1/kind/test-result', { SeenOfKind: aSight(record) });
  await findTitle('Test results: what Fernside Recovery Team sees');
  const main = within(screen.getByRole('main'));
  expect(main.getByText('HbA1c')).toBeTruthy();
  expect(main.queryByRole('link', { name: /HbA1c/ })).toBeNull();
  await expectNoViolations();
});

const difference = (changes: Record<string, unknown> = {}) => ({
  data: {
    seenBy: {
      kind: 'TEAM',
      difference: {
        counts: [{ label: 'GENERAL', kind: 'MEDICINE', now: 4, after: 4 }],
        ...{ gainedCount: 0, lostCount: 0, entriesGained: [], entriesLost: [] },
        ...{ discussionsGained: [], discussionsLost: [] },
        ...changes,
      },
    },
  },
});

test('what they would see is worked out as boxes are unticked, before anything is saved', async () => {
  const { client } = openApp('/sharing/change/grant-1', {
    ChangeSharingForm: recordAnswer({ threads: { nodes: [] }, sharing: { grants: [aGrant()] } }),
    WouldSee: difference(),
  });
  await screen.findByText('They would see the same as now.', { selector: 'p' }, { timeout: 5_000 });
  client.answer(
    'WouldSee',
    difference({
      counts: [{ label: 'MENTAL_HEALTH', kind: 'CARE_PLAN', now: 2, after: 0 }],
      lostCount: 2,
      entriesLost: [{ id: 'entry-9', title: 'Staying well', kind: 'CARE_PLAN' }],
      discussionsLost: [{ id: 'thread-1', subject: 'My sleep' }],
    }),
  );
  fireEvent.click(screen.getByLabelText('Mental health'));
  const panel = screen.getByRole('region', { name: 'What they would see' });
  await waitFor(() => expect(panel.textContent).toMatch(/They would no longer see 2 entries/));
  expect(panel.textContent).toMatch(/Staying well/);
  expect(panel.textContent).toMatch(/My sleep/);
  expect(client.asked.filter(({ name }) => name === 'WouldSee').at(-1)?.variables).toEqual({
    by: { grant: 'grant-1', labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'] },
  });
  expect(client.asked.some(({ name }) => name === 'ChangeSharing')).toBe(false);
  await expectNoViolations();
});

test('a carer to be invited is somebody who has nothing yet', async () => {
  const { client } = openApp('/sharing/carer', {
    WouldSee: difference({
      counts: [{ label: 'GENERAL', kind: 'MEDICINE', now: 0, after: 4 }],
      gainedCount: 4,
      entriesGained: [{ id: 'entry-1', title: 'Sertraline', kind: 'MEDICINE' }],
    }),
  });
  await screen.findByText('They would see 4 entries.', { selector: 'p' }, { timeout: 5_000 });
  expect(client.asked.find(({ name }) => name === 'WouldSee')?.variables).toEqual({
    by: { invited: 'CARER', labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'] },
  });
  fireEvent.click(screen.getByLabelText('Choose by yourself'));
  fireEvent.click(screen.getByLabelText('General health'));
  expect(screen.queryByRole('region', { name: 'What they would see' })).toBeNull();
});
