import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';

const version = (one: number, changes: Record<string, unknown> = {}) => ({
  ...aGrant(),
  grantId: 'grant-1',
  version: one,
  ended: false,
  recordedAt: '2026-06-01T09:00:00.000000+00:00',
  ...changes,
});

const aReceipt = (changes: Record<string, unknown> = {}) => ({
  event: 'ENDED',
  at: '2026-06-01T09:00:00.000000+00:00',
  by: 'Amara Nwosu',
  patient: 'Amara Nwosu',
  grantee: 'Fernside Recovery Team',
  granteeKind: 'TEAM',
  basis: 'PATIENT_CHOICE',
  cause: null,
  labels: [],
  labelsBefore: ['GENERAL', 'MENTAL_HEALTH'],
  summaryLabels: [],
  rights: [],
  rightsBefore: ['SEE', 'MESSAGE'],
  validFrom: '2026-05-01T09:00:00.000000+00:00',
  validUntil: null,
  endsWith: null,
  endsWithTeam: null,
  endsWithThread: null,
  entry: null,
  reason: 'I moved away',
  reference: null,
  remains: ['WHAT_IT_WROTE', 'OTHER_ACCESS'],
  ...changes,
});

const asthma = { id: 'entry-1', kind: 'CONDITION', title: 'Asthma' };

test('the history and a receipt name the one entry that was shared', async () => {
  const of = (one: number, changes: Record<string, unknown> = {}) =>
    version(one, { grantId: 'grant-9', labels: [], entry: asthma, ...changes });
  const nodes = [of(3, { ended: true }), of(2), of(1)];
  const sharing = { history: listOf(nodes), grants: [], stops: [] };
  const opened = openApp('/sharing/history', { SharingHistory: recordAnswer({ sharing }) });
  await screen.findByText(/Amara Nwosu let Fernside Recovery Team see “Asthma”, and nothing else by that/);
  expect(screen.getByText(/changed until when Fernside Recovery Team sees “Asthma”/)).toBeTruthy();
  expect(screen.getByText(/ended sight of “Asthma” for Fernside Recovery Team/)).toBeTruthy();
  opened.unmount();
  const told = aReceipt({ event: 'GIVEN', labelsBefore: [], entry: asthma });
  const given = { grantId: 'grant-9', version: 1, receipt: told };
  openApp('/sharing/receipt/grant-9/1', {
    Receipts: recordAnswer({ sharing: { grants: [], history: listOf([given]) } }),
  });
  expect((await screen.findByText('Can see from then on')).nextElementSibling?.textContent).toBe(
    'Only this one thing: “Asthma”',
  );
  expect(document.body.textContent).not.toContain('Nothing');
});

test('the history says who gave whom access, when and why, and names single discussions', async () => {
  const thread = { id: 'thread-1', subject: 'My sleep' };
  const nodes = [
    version(2, { ended: true, reason: 'I moved away' }),
    version(1),
    version(1, { grantId: 'grant-9', labels: [] }),
    version(1, { grantId: 'grant-8', labels: [], summaryLabels: ['GENERAL'], emergencyReview: 'JUSTIFIED' }),
    version(1, { grantId: 'grant-7', basis: 'COURT_ORDER', labels: ['MENTAL_HEALTH'] }),
  ];
  const stop = {
    stoppedAt: '2026-05-01T09:00:00.000000+00:00',
    resumedAt: '2026-05-02T09:00:00.000000+00:00',
    reason: null,
  };
  const sharing = {
    history: listOf(nodes),
    grants: [{ id: 'grant-9', version: 1, thread }],
    stops: [stop],
  };
  openApp('/sharing/history', { SharingHistory: recordAnswer({ sharing }) });
  await screen.findByText(/Amara Nwosu ended access for Fernside Recovery Team/);
  expect(screen.getByText(/I moved away/)).toBeTruthy();
  expect(
    screen.getByText(/Amara Nwosu let Fernside Recovery Team see: General health, Mental health/),
  ).toBeTruthy();
  expect(screen.getByText(/take part in the discussion “My sleep”/)).toBeTruthy();
  expect(screen.getByText(/opened the emergency summary/).textContent).toContain(
    'A privacy officer found that it was an emergency.',
  );
  expect(screen.getByText(/A court ordered that .+ may see: Mental health/)).toBeTruthy();
  expect(screen.getByText(/It began again on 2 May 2026/)).toBeTruthy();
  const receipts = screen.getAllByRole('link', { name: /^Receipt/ });
  expect(receipts.map((link) => link.getAttribute('href'))).toEqual([
    `/sharing/stopped/${encodeURIComponent(stop.stoppedAt)}`,
    '/sharing/receipt/grant-1/2',
    '/sharing/receipt/grant-1/1',
    '/sharing/receipt/grant-9/1',
    '/sharing/receipt/grant-8/1',
    '/sharing/receipt/grant-7/1',
  ]);
  await expectNoViolations();
});

const receipts = (one: number, next: string | null) => {
  const node = { grantId: 'grant-1', version: one, receipt: aReceipt() };
  return recordAnswer({ sharing: { grants: [], history: listOf([node], next) } });
};

test.each([
  [{ endsWith: null, endsWithThread: null }, 'No end date'],
  [
    { endsWith: 'DISCUSSION', endsWithThread: { id: 'thread-1', subject: 'My sleep' } },
    'the discussion “My sleep” ends',
  ],
])('a receipt says until when, by a day or by what ends it: %o', async (end, words) => {
  const receipt = aReceipt({ event: 'GIVEN', labels: ['GENERAL'], ...end });
  const node = { grantId: 'grant-1', version: 1, receipt };
  const sharing = { grants: [], history: listOf([node]) };
  openApp('/sharing/receipt/grant-1/1', { Receipts: recordAnswer({ sharing }) });
  await screen.findByText('Fernside Recovery Team was given access.');
  expect(screen.getByText('Until').nextElementSibling?.textContent).toBe(words);
});

test('a receipt is found on a later page, says what remains, and can be kept as a file', async () => {
  const pages = ({ after }: Record<string, unknown>) =>
    after === 'page-2' ? receipts(2, null) : receipts(3, 'page-2');
  openApp('/sharing/receipt/grant-1/2', { Receipts: pages });
  await screen.findByText('The access of Fernside Recovery Team was ended.');
  expect(screen.getByText('Nothing new')).toBeTruthy();
  expect(screen.getByText('General health, Mental health')).toBeTruthy();
  expect(screen.getByText(/What the team wrote itself/)).toBeTruthy();
  expect(screen.getByText(/shared with them in another way/)).toBeTruthy();
  await expectNoViolations();
  const files: Blob[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  URL.createObjectURL = (file) => {
    files.push(file as Blob);
    return 'blob:receipt';
  };
  URL.revokeObjectURL = () => undefined;
  press('Download as JSON');
  vi.restoreAllMocks();
  const reader = new FileReader();
  const read = new Promise((done) => {
    reader.onload = done;
  });
  reader.readAsText(files[0] ?? new Blob());
  await read;
  const kept: unknown = JSON.parse(String(reader.result));
  expect(kept).toEqual(aReceipt());
});

test('a receipt that is not there says so, and one of a stop speaks of everybody', async () => {
  const stoppedAt = '2026-05-01T09:00:00.000000+00:00';
  const receipt = aReceipt({
    event: 'STOPPED',
    grantee: null,
    granteeKind: null,
    basis: null,
    remains: ['WHAT_IT_WROTE', 'OWN_WORDS', 'COURT_ORDERS'],
  });
  const answers = {
    Receipts: recordAnswer({ sharing: { grants: [], history: listOf([]) } }),
    StopReceipts: recordAnswer({ sharing: { stops: [{ stoppedAt, receipt }] } }),
  };
  const { unmount } = openApp('/sharing/receipt/none/1', answers);
  await screen.findByText('There is no such receipt');
  unmount();
  openApp(`/sharing/stopped/${encodeURIComponent(stoppedAt)}`, answers);
  await findTitle('Receipt for all sharing');
  await screen.findByText('All sharing was stopped.');
  expect(screen.getByText('Everybody')).toBeTruthy();
  expect(screen.getByText('What a court ordered.')).toBeTruthy();
  await expectNoViolations();
});
