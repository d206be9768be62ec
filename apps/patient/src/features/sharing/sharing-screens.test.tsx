import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press, recordAnswer } from '../../testing/open-app.tsx';
import { aGrant } from '../../testing/records.ts';

const invitation = {
  id: 'invitation-1',
  name: 'Chidi',
  email: 'chidi.nwosu@example.org',
  granteeKind: 'CARER',
  labels: ['GENERAL'],
  rights: ['SEE'],
  expiresAt: '2026-12-01T09:00:00.000000+00:00',
};
const aSharing = (changes: Record<string, unknown> = {}) =>
  recordAnswer({
    threads: {
      nodes: [
        { id: 'thread-1', subject: 'My sleep', state: 'ANSWERED' },
        { id: 'thread-2', subject: 'My old tablets', state: 'CLOSED' },
      ],
    },
    sharing: {
      stopped: null,
      grants: [aGrant()],
      invitations: [invitation],
      requests: [],
      history: { nodes: [] },
      ...changes,
    },
  });
const sharing = (grants = [aGrant()], invitations = [invitation]) => aSharing({ grants, invitations });

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
      data: {
        stopSharing: { __typename: 'SharingChanged', grant: { id: 'grant-1', state: 'ENDED', version: 2 } },
      },
    },
  });
  await screen.findByRole('heading', { level: 3, name: 'Fernside Recovery Team' });
  press('Stop sharing with Fernside Recovery Team');
  expect(screen.getByRole('dialog').textContent).toMatch(/What stays with them: what they wrote themselves/);
  await expectNoViolations();
  client.answer('Sharing', sharing([]));
  press('Yes, stop sharing');
  await screen.findByText('You no longer share with Fernside Recovery Team.');
  expect(screen.getByRole('link', { name: 'Read the receipt' }).getAttribute('href')).toBe(
    '/sharing/receipt/grant-1/2',
  );
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

const changed = (grant: Record<string, unknown>) => ({
  data: { changeSharing: { __typename: 'SharingChanged', grant: { id: 'grant-1', version: 2, ...grant } } },
});

test('changing labels sends the new ones, and refuses none at all', async () => {
  const { client } = openApp('/sharing/change/grant-1', {
    ChangeSharingForm: sharing(),
    Sharing: sharing(),
    ChangeSharing: changed({ labels: ['GENERAL'], validUntil: null }),
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

test('a last day is checked, sent as the end of that day in London, and told', async () => {
  const { client } = openApp('/sharing/change/grant-1', {
    ChangeSharingForm: sharing(),
    Sharing: sharing(),
    ChangeSharing: changed({ labels: ['GENERAL'], validUntil: '2096-06-30T22:59:00.000000+00:00' }),
  });
  await findTitle('Change what Fernside Recovery Team can see');
  fireEvent.click(screen.getByLabelText('Can also book appointments'));
  fireEvent.click(screen.getByLabelText('Until a day I choose'));
  const type = (part: string, value: string) =>
    fireEvent.change(screen.getByLabelText(part), { target: { value } });
  type('Day', '31');
  type('Month', '6');
  type('Year', '2096');
  press('Save');
  expect(screen.getAllByText(/Enter a day, such as/)).toHaveLength(2);
  await expectNoViolations();
  type('Day', '30');
  press('Save');
  await screen.findByText(/until 30 June 2096 at 11:59pm/);
  expect(client.asked.find(({ name }) => name === 'ChangeSharing')?.variables).toMatchObject({
    input: {
      rights: ['SEE', 'MESSAGE', 'BOOK_APPOINTMENT'],
      validUntil: '2096-06-30T22:59:00.000Z',
      untilDischargedBy: null,
      untilThreadClosed: null,
    },
  });
});

test('an end that hangs on a discussion is sent, and a refusal is told in plain words', async () => {
  const { client } = openApp('/sharing/change/grant-1', {
    ChangeSharingForm: sharing(),
    ChangeSharing: {
      data: { changeSharing: { __typename: 'SharingRefused', why: 'MORE_THAN_HELD', message: 'No.' } },
    },
  });
  await findTitle('Change what Fernside Recovery Team can see');
  fireEvent.click(screen.getByLabelText('Until a discussion ends'));
  // With one that has ended already, access would never end.
  expect(screen.queryByRole('option', { name: 'My old tablets' })).toBeNull();
  fireEvent.change(screen.getByLabelText('Which discussion?'), { target: { value: 'thread-1' } });
  press('Save');
  await screen.findByText(/Nobody can share more than they can see themselves/);
  expect(client.asked.find(({ name }) => name === 'ChangeSharing')?.variables).toMatchObject({
    input: { validUntil: null, untilDischargedBy: null, untilThreadClosed: 'thread-1' },
  });
});

test('a grant says with what it ends', async () => {
  const team = aGrant({ endsWith: 'CARE', endsWithTeam: { id: 'team-1', name: 'Fernside Recovery Team' } });
  const endsWithThread = { id: 'thread-1', subject: 'My sleep' };
  const discussion = aGrant({ id: 'grant-2', endsWith: 'DISCUSSION', endsWithThread });
  openApp('/sharing', { Sharing: sharing([team, discussion]) });
  await screen.findByText('Since 1 June 2026, until Fernside Recovery Team no longer cares for you');
  expect(screen.getByText('Since 1 June 2026, until the discussion “My sleep” ends')).toBeTruthy();
});

test('sharing offers those without access, General health ticked beforehand', async () => {
  const organisation = { id: 'o', name: 'Northgate Hospital NHS Trust' };
  const team = (id: string, name: string) => ({ id, name, organisation });
  const teams = [team('team-1', 'Fernside Recovery Team'), team('team-3', 'Northgate Diabetes Clinic')];
  const shared = {
    __typename: 'SharingChanged',
    grant: { ...aGrant(), grantee: { kind: 'ORGANISATION', name: organisation.name } },
  };
  const { client } = openApp('/sharing/team', {
    TeamsToShareWith: recordAnswer({
      teamsToWriteTo: teams,
      threads: { nodes: [] },
      sharing: { grants: [aGrant()] },
    }),
    ShareWithTeam: { data: { shareWithTeam: { __typename: 'NotFound', message: 'Not here.' } } },
    ShareWithOrganisation: { data: { shareWithOrganisation: shared } },
    Sharing: sharing(),
  });
  await screen.findByLabelText('Northgate Diabetes Clinic');
  expect(screen.queryByLabelText('Fernside Recovery Team')).toBeNull();
  await expectNoViolations();
  press('Share');
  expect(screen.getAllByText(/Choose a team/)).toHaveLength(2);
  fireEvent.click(screen.getByLabelText('Northgate Diabetes Clinic'));
  press('Share');
  await screen.findByText(/no longer here/);
  fireEvent.click(screen.getByLabelText('All of Northgate Hospital NHS Trust'));
  press('Share');
  await findTitle('Sharing');
  const sent = (name: string) => client.asked.find((one) => one.name === name)?.variables;
  const terms = { labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'], validUntil: null };
  expect(sent('ShareWithTeam')).toMatchObject({ input: { team: 'team-3', ...terms } });
  expect(sent('ShareWithOrganisation')).toMatchObject({ input: { organisation: 'o', ...terms } });
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

test('a frozen record says so in place of who can see it', async () => {
  openApp('/sharing', { Sharing: { code: 'FORBIDDEN' } });
  await screen.findByRole('heading', { level: 2, name: /Your record is closed at the moment/ });
  expect(screen.queryByText('There is a problem')).toBeNull();
  await expectNoViolations();
});
