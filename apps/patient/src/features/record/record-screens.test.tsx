import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';
import { anEntry } from '../../testing/records.ts';

const condition = {
  ...anEntry({ id: 'entry-2', kind: 'CONDITION', title: 'Depression', summary: null }),
  endsAt: null,
  arrivedAt: '2026-07-02T10:30:00.000000+00:00',
  sourceStatus: 'active',
  version: 1,
  hasTrend: false,
  viewerMayRelabel: true,
  versions: [],
  parts: [],
  attachments: [],
  detail: null,
};

test('the record has a menu by kind with counts, and passes axe', async () => {
  const entryCounts = [
    { kind: 'CONDITION', count: 3 },
    { kind: 'TEST_RESULT', count: 12 },
  ];
  openApp('/record', { RecordMenu: recordAnswer({ entryCounts }) });
  const menu = await screen.findByRole('list', { name: 'By kind' });
  expect(
    within(menu)
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    ['Test results12', '/record/results'],
    ['Conditions3', '/record/kind/condition'],
  ]);
  await expectNoViolations();
});

test('an empty record says what will be there', async () => {
  openApp('/record', { RecordMenu: recordAnswer({ entryCounts: [] }) });
  await screen.findByText('There is nothing in your record yet');
});

test('the timeline shows more without gap or double, each page asked for where the last one ended', async () => {
  const first = recordAnswer({ page: listOf([anEntry({ id: 'a', title: 'First' })], 'cursor-1') });
  const second = recordAnswer({ page: listOf([anEntry({ id: 'b', title: 'Second' })]) });
  const pageAfter = ({ after }: Record<string, unknown>) => (after === null ? first : second);
  const { client } = openApp('/record/timeline', { Timeline: pageAfter });
  await screen.findByText('First');
  press('Show more');
  await screen.findByText('Second');
  expect(screen.getAllByRole('heading', { level: 2, name: '2026' })).toHaveLength(1);
  expect(client.asked.map(({ variables }) => variables.after)).toEqual([null, 'cursor-1']);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  await expectNoViolations();
});

test('relabelling says who gains and who loses sight before, and confirms after', async () => {
  const reader = (name: string, seesNow: boolean, wouldSee: boolean, onlyThis = false) => ({
    ...{ grantee: { kind: 'TEAM', name }, seesNow, wouldSee, onlyThis },
  });
  const underMentalHealth = [
    reader('Fernside Recovery Team', true, true),
    reader('Harbour Lane', true, false),
    reader('Northgate Diabetes Clinic', false, true),
    reader('Chidi Nwosu', true, true, true),
    reader('Ada Obi', true, false, true),
  ];
  const page = (label: string) =>
    recordAnswer({}, { entry: { ...condition, label, MENTAL_HEALTH: underMentalHealth } });
  const { client } = openApp('/record/entry/entry-2/label', {
    RelabelPage: page('GENERAL'),
    RelabelEntry: {
      data: {
        relabelEntry: { __typename: 'EntryRelabelled', entry: { id: 'entry-2', label: 'MENTAL_HEALTH' } },
      },
    },
    EntryPage: recordAnswer({}, { entry: { ...condition, label: 'MENTAL_HEALTH' } }),
  });
  await screen.findByText('Which label should this have?');
  fireEvent.click(screen.getByLabelText('Mental health'));
  expect(screen.getByText('Fernside Recovery Team sees it as before')).toBeTruthy();
  expect(screen.getByText('Harbour Lane will no longer see it')).toBeTruthy();
  expect(screen.getByText('Northgate Diabetes Clinic will now see it')).toBeTruthy();
  expect(
    screen.getByText(/Chidi Nwosu sees it as before, because it was shared with them by itself/),
  ).toBeTruthy();
  expect(screen.getByText(/Ada Obi will no longer see it, because whoever shared it for you/)).toBeTruthy();
  await expectNoViolations();
  press('Save');
  await findTitle('Depression');
  expect(screen.getByText('The privacy label is now “Mental health”.')).toBeTruthy();
  expect(client.asked.find(({ name }) => name === 'RelabelEntry')?.variables).toEqual({
    input: { entry: 'entry-2', label: 'MENTAL_HEALTH' },
  });
});

test('an entry that is hidden or missing is simply not here', async () => {
  openApp('/record/entry/none', { EntryPage: recordAnswer({}, { entry: null }) });
  await findTitle('This is not here');
});

test('each list of a kind says when it is empty', async () => {
  openApp('/record/kind/allergy', { EntriesOfKind: recordAnswer({ page: listOf([]) }) });
  await findTitle('Allergies');
  await screen.findByText('Nothing here yet');
});
