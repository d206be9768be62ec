import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant, anEntry } from '../../testing/records.ts';

const northgate = { id: 'organisation-1', name: 'Northgate Hospital NHS Trust' };
const clinic = { id: 'team-3', name: 'Northgate Diabetes Clinic', organisation: northgate };
const chidi = { id: 'carer-1', displayName: 'Chidi Nwosu', relationship: 'Brother', labels: ['GENERAL'] };
const asthma = {
  ...anEntry({ id: 'entry-1', kind: 'CONDITION', title: 'Asthma', label: 'SEXUAL_HEALTH' }),
  viewerMayRelabel: true,
  readers: [
    { grantee: { kind: 'TEAM', team: { id: 'team-3' }, organisation: null }, seesNow: true },
    { grantee: { kind: 'CARER', team: null, organisation: null }, seesNow: false },
  ],
};
const form = (record: Record<string, unknown> = {}, entry: unknown = asthma) =>
  recordAnswer(
    { carers: [chidi], teamsToWriteTo: [clinic], sharing: { stopped: null, grants: [] }, ...record },
    { entry },
  );
const ofEntry = aGrant({
  id: 'grant-9',
  labels: [],
  rights: ['SEE'],
  entry: { id: 'entry-1', title: 'Asthma' },
  validUntil: '2096-06-30T22:59:00.000000+00:00',
  grantee: { ...aGrant().grantee, kind: 'CARER', name: 'Chidi Nwosu', team: null, organisation: null },
});
const sharing = (grants: readonly unknown[]) =>
  recordAnswer({
    sharing: { stopped: null, grants, invitations: [], requests: [], history: { nodes: [] } },
  });

test('one thing is shared with one person: who, what they see, until when, and then it is listed by its name', async () => {
  const { client } = openApp('/record/entry/entry-1/share', {
    ShareEntryForm: form(),
    ShareEntry: {
      data: { shareEntry: { __typename: 'SharingChanged', grant: { ...ofEntry, validUntil: null } } },
    },
    Sharing: sharing([ofEntry]),
  });
  await findTitle('Share this with somebody');
  await screen.findByText(/You share only this one thing: “Asthma”/);
  const who = within(screen.getByRole('group', { name: 'Who is to see it?' }));
  expect(who.getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual([
    ...['carer-1', 'team-3', 'organisation-1'],
  ]);
  expect(who.getByText('Brother')).toBeTruthy();
  expect(who.getByText('Northgate Hospital NHS Trust. Sees it already')).toBeTruthy();
  press('Share this one thing');
  expect(screen.getAllByText('Choose who is to see it')).toHaveLength(2);
  await expectNoViolations();
  fireEvent.click(screen.getByLabelText('Chidi Nwosu'));
  press('Share this one thing');
  await screen.findByText('Chidi Nwosu can now see “Asthma”.');
  expect(client.asked.find(({ name }) => name === 'ShareEntry')?.variables).toEqual({
    input: { id: expect.any(String), entry: 'entry-1', carer: 'carer-1', validUntil: null },
  });
  const heading = await screen.findByRole('heading', { name: 'Single things you share' });
  const list = within(heading.parentElement as HTMLElement);
  expect(list.getByText(/Chidi Nwosu: “Asthma”/).textContent).toMatch(/Until 30 June 2096 at 11:59pm/);
  expect(document.body.textContent).not.toContain('Nothing');
  await expectNoViolations();
});

test('a professional by themself is named by what they hold; what has ended, an emergency and one thing name nobody', async () => {
  const robin = {
    ...ofEntry.grantee,
    kind: 'PROFESSIONAL' as const,
    name: 'Robin Vale',
    relationship: 'Therapist',
  };
  const held = aGrant({ id: 'grant-3', labels: ['SEXUAL_HEALTH'], grantee: robin });
  const grants = [
    held,
    { ...held, id: 'grant-4', state: 'EXPIRED' },
    { ...held, id: 'grant-5', basis: 'EMERGENCY' },
    { ...held, id: 'grant-6', entry: { id: 'entry-2', title: 'Eczema' } },
    aGrant({ id: 'grant-7' }),
  ];
  const { client } = openApp('/record/entry/entry-1/share', {
    ShareEntryForm: form({ sharing: { stopped: null, grants } }),
    ShareEntry: {
      data: { shareEntry: { __typename: 'SharingChanged', grant: { ...ofEntry, grantee: robin } } },
    },
    Sharing: sharing([ofEntry]),
  });
  await findTitle('Share this with somebody');
  const who = within(await screen.findByRole('group', { name: 'Who is to see it?' }));
  expect(who.getAllByRole('radio').map((one) => one.getAttribute('value'))).toEqual([
    ...['carer-1', 'grant-3', 'team-3', 'organisation-1'],
  ]);
  expect(who.getByText('Therapist. Sees it already')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Robin Vale'));
  press('Share this one thing');
  await screen.findByText(/Robin Vale can now see “Asthma”/);
  expect(client.asked.find(({ name }) => name === 'ShareEntry')?.variables).toEqual({
    input: { id: expect.any(String), entry: 'entry-1', holderOf: 'grant-3', validUntil: null },
  });
});

test('ending it names the thing, and says that other sharing stays', async () => {
  const { client } = openApp('/sharing', {
    Sharing: sharing([ofEntry]),
    StopSharing: {
      data: {
        stopSharing: { __typename: 'SharingChanged', grant: { id: 'grant-9', state: 'ENDED', version: 2 } },
      },
    },
  });
  await screen.findByText(/Chidi Nwosu: “Asthma”/);
  press('Stop sharing of “Asthma” with Chidi Nwosu');
  expect(screen.getByRole('dialog', { name: 'Stop sharing “Asthma” with Chidi Nwosu?' }).textContent).toMatch(
    /What you share with them in another way stays as it is/,
  );
  await expectNoViolations();
  client.answer('Sharing', sharing([]));
  press('Yes, stop sharing');
  await screen.findByText('Chidi Nwosu no longer sees “Asthma” by this.');
  await waitFor(() => expect(screen.queryByText('Single things you share')).toBeNull());
});

test('an entry that is not there, nobody to share with, and stopped sharing are said', async () => {
  const gone = openApp('/record/entry/none/share', { ShareEntryForm: form({}, null) });
  await screen.findByText('This is not here');
  gone.unmount();
  const alone = openApp('/record/entry/entry-1/share', {
    ShareEntryForm: form({ carers: [], teamsToWriteTo: [] }),
  });
  await screen.findByText('There is nobody to share this with yet');
  alone.unmount();
  openApp('/record/entry/entry-1/share', {
    ShareEntryForm: form({
      sharing: { stopped: { stoppedAt: '2026-06-01T09:00:00.000000+00:00' }, grants: [] },
    }),
  });
  await screen.findByText(/They see it once you start sharing again/);
});
