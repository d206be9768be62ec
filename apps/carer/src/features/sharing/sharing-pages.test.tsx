import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openCarerApp } from '../../testing/open-carer-app.tsx';
import { givenToNeighbour, managedAnswer, managing } from '../../testing/story.ts';

const access = '/people/record-1/access';
const record = (parts: object) => ({ data: { record: { id: 'record-1', ...parts } } });
const asked = (client: ReturnType<typeof openCarerApp>['client'], name: string) =>
  client.asked.find((one) => one.name === name)?.variables;

describe('sharing for somebody', () => {
  test('is offered to those alone who may', async () => {
    const without = openCarerApp(access);
    expect(await screen.findByText('send and read messages')).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Sharing I manage' })).toBeNull();
    without.unmount();
    openCarerApp(access, { Access: record({ viewerGrants: [managing] }) });
    fireEvent.click(await screen.findByRole('link', { name: 'Sharing I manage' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Sharing I manage' })).toBeDefined();
  });

  test('lists what was given with its end and who gave it, and invitations that wait', async () => {
    openCarerApp(`${access}/sharing`);
    expect(await screen.findByRole('heading', { level: 3, name: 'Ada Obi' })).toBeDefined();
    expect(screen.getByText(/1 January 2026 to 30 June 2096 at 11:59pm/)).toBeDefined();
    expect(screen.getByText('Chidi Nwosu chose this for the patient')).toBeDefined();
    expect(screen.getByText(/Invitation to ifeoma@example.org/)).toBeDefined();
    await expectNoViolations();
  });

  test('ends access after saying what remains', async () => {
    const { client } = openCarerApp(`${access}/sharing`, {
      StopSharing: {
        data: {
          stopSharing: { __typename: 'SharingChanged', grant: { id: 'grant-5', state: 'ENDED', version: 2 } },
        },
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'End access for Ada Obi' }));
    const dialog = screen.getByRole('dialog', { name: 'End access for Ada Obi?' });
    expect(dialog.textContent).toMatch(/only the words they wrote themselves/);
    expect(dialog.textContent).toMatch(/What the patient or somebody else gave them stays as it is/);
    await expectNoViolations();
    client.answer('ManagedSharing', managedAnswer({ grantsGivenByViewer: [] }));
    fireEvent.click(within(dialog).getByRole('button', { name: 'Yes, end access' }));
    expect(await screen.findByText('Ada Obi no longer has the access you gave.')).toBeDefined();
    expect(await screen.findByText('You have shared with nobody yet')).toBeDefined();
    expect(asked(client, 'StopSharing')).toEqual({ input: { grant: 'grant-5' } });
  });

  test('says so at once when the right has ended, and shows nothing of it any more', async () => {
    const { client } = openCarerApp(`${access}/sharing`);
    await screen.findByRole('heading', { level: 3, name: 'Ada Obi' });
    client.answer(
      'ManagedSharing',
      managedAnswer({ viewerGrants: [{ ...managing, rights: ['SEE'] }], grantsGivenByViewer: [] }),
    );
    act(() => {
      client.stream('RecordChanged', { recordChanged: { change: 'SHARING', thread: null } });
    });
    expect(await screen.findByText('You cannot share for Amara now')).toBeDefined();
    expect(document.body.textContent).not.toContain('Ada Obi');
    expect(screen.getByRole('link', { name: 'See what you may see now' })).toBeDefined();
  });
});

describe('inviting for somebody', () => {
  const invited = {
    __typename: 'CarerInvited',
    link: null,
    invitation: {
      ...{ id: 'invitation-2', name: 'Ngozi', email: 'ngozi@example.org' },
      expiresAt: '2026-12-31T12:00:00.000000+00:00',
    },
  };

  test('offers only what the carer holds, with General health ticked, and sends it for that record', async () => {
    const { client } = openCarerApp(`${access}/sharing/new`, {
      InviteCarer: { data: { inviteCarer: invited } },
    });
    fireEvent.click(await screen.findByRole('link', { name: /Invite family, a friend or a carer/ }));
    const labels = within(await screen.findByRole('group', { name: 'What can they see?' }));
    const boxes = labels.getAllByRole<HTMLInputElement>('checkbox');
    expect(boxes.map(({ value, checked }) => [value, checked])).toEqual([
      ['GENERAL', true],
      ['MENTAL_HEALTH', false],
    ]);
    const rights = within(screen.getByRole('group', { name: 'What can they do?' }));
    expect(
      rights.getAllByRole<HTMLInputElement>('checkbox').map(({ value, checked }) => [value, checked]),
    ).toEqual([
      ['MESSAGE', false],
      ['MANAGE_SHARING', false],
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.getAllByText('Enter their name')).toHaveLength(2);
    await expectNoViolations();
    fireEvent.change(screen.getByLabelText('Their name'), { target: { value: 'Ngozi' } });
    fireEvent.change(screen.getByLabelText('Their e-mail address'), {
      target: { value: 'ngozi@example.org' },
    });
    fireEvent.click(screen.getByLabelText('Can also send and read messages'));
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Invitation sent' })).toBeDefined();
    expect(screen.getByText(/under “Sharing I manage”/)).toBeDefined();
    expect(asked(client, 'InviteCarer')).toEqual({
      input: {
        ...{ id: expect.any(String), record: 'record-1', name: 'Ngozi', email: 'ngozi@example.org' },
        ...{ relationship: null, labels: ['GENERAL'], rights: ['SEE', 'MESSAGE'], validUntil: null },
      },
    });
  });

  test('ticks nothing where General health is not the carer’s to give, and says why the server refused', async () => {
    const held = { ...managing, labels: ['SOCIAL_CARE'], rights: ['SEE', 'MANAGE_SHARING'] };
    openCarerApp(`${access}/sharing/new/professional`, {
      SharingHeld: record({ viewerGrants: [held], teamsToShareWith: [] }),
      InviteProfessional: {
        data: { inviteProfessional: { __typename: 'SharingRefused', why: 'MORE_THAN_HELD', message: '' } },
      },
    });
    const box = await screen.findByLabelText<HTMLInputElement>('Social care');
    expect(box.checked).toBe(false);
    expect(screen.queryByRole('group', { name: 'What can they do?' })).toBeNull();
    fireEvent.change(screen.getByLabelText('Their name'), { target: { value: 'Dr Rao' } });
    fireEvent.change(screen.getByLabelText('Their e-mail address'), { target: { value: 'rao@example.org' } });
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(screen.getAllByText('Tick at least one part')).toHaveLength(2);
    fireEvent.click(box);
    fireEvent.click(screen.getByRole('button', { name: 'Invite' }));
    expect(await screen.findByText(/Nobody can share more than they can see themselves/)).toBeDefined();
  });
});

test('a team is given some of what the carer holds, and is listed then', async () => {
  const shared = {
    id: 'grant-6',
    labels: ['GENERAL'],
    version: 1,
    grantee: { kind: 'TEAM', name: 'Fernside Recovery Team' },
  };
  const { client } = openCarerApp(`${access}/sharing/new/team`, {
    ShareWithTeam: { data: { shareWithTeam: { __typename: 'SharingChanged', grant: shared } } },
  });
  fireEvent.click(await screen.findByLabelText('Fernside Recovery Team'));
  expect(screen.queryByLabelText('Can also add to the record')).toBeNull();
  await expectNoViolations();
  client.answer('ManagedSharing', managedAnswer({ grantsGivenByViewer: [givenToNeighbour] }));
  fireEvent.click(screen.getByRole('button', { name: 'Share' }));
  expect(await screen.findByText('Fernside Recovery Team now has access.')).toBeDefined();
  await waitFor(() => expect(window.location.pathname).toBe(`/carer${access}/sharing`));
  expect(asked(client, 'ShareWithTeam')).toMatchObject({
    input: {
      record: 'record-1',
      team: 'team-1',
      labels: ['GENERAL'],
      rights: ['SEE'],
      untilDischargedBy: null,
    },
  });
});
