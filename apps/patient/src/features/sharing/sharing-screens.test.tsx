import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  expectNoViolations,
  findTitle,
  listOf,
  openApp,
  press,
  recordAnswer,
} from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';

const invitation = {
  id: 'invitation-1',
  name: 'Chidi',
  email: 'chidi.nwosu@example.org',
  labels: ['GENERAL'],
  rights: ['SEE'],
  expiresAt: '2026-12-01T09:00:00.000000+00:00',
};
const sharing = (grants = [aGrant()], invitations = [invitation]) =>
  recordAnswer({ sharing: { grants, invitations } });

test('sharing says who sees what, since when and why, and passes axe', async () => {
  openApp('/sharing', { Sharing: sharing([aGrant(), aGrant({ id: 'old', state: 'ENDED' })]) });
  await screen.findByRole('heading', { level: 3, name: 'Fernside Recovery Team' });
  expect(screen.getByText('You chose this')).toBeTruthy();
  expect(screen.getByText('Since 1 June 2026, no end date')).toBeTruthy();
  expect(screen.getByText('You share with nobody who helps you yet')).toBeTruthy();
  await expectNoViolations();
});

test('stopping says what stays with the team, and asks once more', async () => {
  const { client } = openApp('/sharing', {
    Sharing: sharing(),
    StopSharing: {
      data: { stopSharing: { __typename: 'SharingChanged', grant: { id: 'grant-1', state: 'ENDED' } } },
    },
  });
  await screen.findByRole('heading', { level: 3, name: 'Fernside Recovery Team' });
  press('Stop sharing with Fernside Recovery Team');
  expect(screen.getByRole('dialog').textContent).toMatch(/What stays with them: what they wrote themselves/);
  await expectNoViolations();
  client.answer('Sharing', sharing([]));
  press('Yes, stop sharing');
  await screen.findByText('You no longer share with Fernside Recovery Team.');
  await screen.findByText('You share with no team yet');
});

test('access to single discussions is folded away, and can be stopped one by one', async () => {
  const one = aGrant({ id: 'grant-9', labels: [], thread: { id: 'thread-1', subject: 'My sleep' } });
  openApp('/sharing', { Sharing: sharing([aGrant(), one]) });
  await screen.findByText('Access to 1 single discussion');
  expect(screen.getAllByRole('heading', { level: 3, name: 'Fernside Recovery Team' })).toHaveLength(1);
  press('Stop sharing of “My sleep” with Fernside Recovery Team');
  expect(screen.getByRole('dialog').textContent).toMatch(/Stop sharing with Fernside Recovery Team/);
  await expectNoViolations();
});

test('what a court ordered cannot be changed or ended here', async () => {
  openApp('/sharing', { Sharing: sharing([aGrant({ basis: 'COURT_ORDER' })]) });
  await screen.findByText(/because a court ordered it/);
  expect(screen.queryByRole('button', { name: /Stop sharing/ })).toBeNull();
});

test('changing labels sends the new ones, and refuses none at all', async () => {
  const { client } = openApp('/sharing/change/grant-1', {
    Sharing: sharing(),
    ChangeSharing: {
      data: {
        changeSharing: { __typename: 'SharingChanged', grant: { id: 'grant-1', labels: ['GENERAL'] } },
      },
    },
  });
  await findTitle('Change what Fernside Recovery Team can see');
  fireEvent.click(screen.getByLabelText('Mental health'));
  fireEvent.click(screen.getByLabelText('General health'));
  press('Save');
  expect(screen.getAllByText(/Tick at least one part/)).toHaveLength(2);
  await expectNoViolations();
  fireEvent.click(screen.getByLabelText('General health'));
  press('Save');
  await screen.findByText('Fernside Recovery Team can now see: General health.');
  expect(client.asked.find(({ name }) => name === 'ChangeSharing')?.variables).toEqual({
    input: { grant: 'grant-1', labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'], validUntil: null },
  });
});

test('sharing with a team offers those without access, General health ticked beforehand', async () => {
  const team = (id: string, name: string) => ({
    id,
    name,
    organisation: { id: 'o', name: 'Northgate Hospital NHS Trust' },
  });
  const teams = [team('team-1', 'Fernside Recovery Team'), team('team-3', 'Northgate Diabetes Clinic')];
  const { client } = openApp('/sharing/team', {
    TeamsToShareWith: recordAnswer({ teamsToWriteTo: teams, sharing: { grants: [aGrant()] } }),
    ShareWithTeam: { data: { shareWithTeam: { __typename: 'SharingChanged', grant: aGrant() } } },
    Sharing: sharing(),
  });
  await screen.findByLabelText('Northgate Diabetes Clinic');
  expect(screen.queryByLabelText('Fernside Recovery Team')).toBeNull();
  await expectNoViolations();
  press('Share');
  expect(screen.getAllByText(/Choose a team/)).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('Northgate Diabetes Clinic'));
  press('Share');
  await findTitle('Sharing');
  const [sent] = client.asked.filter(({ name }) => name === 'ShareWithTeam');
  expect(sent?.variables).toMatchObject({
    input: { team: 'team-3', labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'] },
  });
});

test('inviting a carer gives a link to pass on, whole and once', async () => {
  const invited = { __typename: 'CarerInvited', link: '/carer/invitation/abc', invitation };
  openApp('/sharing/carer', { InviteCarer: { data: { inviteCarer: invited } } });
  await findTitle('Invite a carer');
  fireEvent.change(screen.getByLabelText('Their name'), { target: { value: 'Chidi' } });
  fireEvent.change(screen.getByLabelText('Their e-mail address'), {
    target: { value: 'chidi.nwosu@example.org' },
  });
  await expectNoViolations();
  press('Invite');
  await findTitle('Invitation made');
  expect(screen.getByLabelText<HTMLInputElement>('Link to pass on').value).toBe(
    `${location.origin}/carer/invitation/abc`,
  );
  await expectNoViolations();
});

test('withdrawing an invitation takes it off the page', async () => {
  const { client } = openApp('/sharing', {
    Sharing: sharing(),
    WithdrawInvitation: { data: { withdrawInvitation: true } },
  });
  await screen.findByText(/Invitation to chidi.nwosu@example.org/);
  client.answer('Sharing', sharing([aGrant()], []));
  press('Withdraw the invitation to Chidi');
  await screen.findByText('The invitation to Chidi has been withdrawn.');
  await waitFor(() => expect(screen.queryByText(/Invitation to chidi/)).toBeNull());
});

test('the history says who gave whom access, when and why', async () => {
  const version = (one: number, ended: boolean, reason: string | null) => ({
    ...aGrant(),
    grantId: 'grant-1',
    version: one,
    ended,
    reason,
    recordedAt: '2026-06-01T09:00:00.000000+00:00',
  });
  const history = listOf([version(2, true, 'I moved away'), version(1, false, null)]);
  openApp('/sharing/history', { SharingHistory: recordAnswer({ sharing: { history } }) });
  await screen.findByText(/Amara Nwosu ended access for Fernside Recovery Team/);
  expect(screen.getByText(/I moved away/)).toBeTruthy();
  expect(
    screen.getByText(/Amara Nwosu let Fernside Recovery Team see: General health, Mental health/),
  ).toBeTruthy();
  await expectNoViolations();
});
