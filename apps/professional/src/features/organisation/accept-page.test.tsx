import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectNoViolations, openConsole } from '../../testing/open-console.tsx';

const place = '/staff-invitation/code-1';
const PATIENCE = { timeout: 5_000 };
const staffInvitation = {
  ...{ organisation: 'Northgate', team: 'Diabetes Clinic', role: 'MEMBER', office: null },
  ...{ invitedBy: 'Priya Shah', email: 'ife.lawal@example.org', hasSignIn: true },
};
const viewer = { person: { email: 'ife.lawal@example.org' } };
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }, PATIENCE));

describe('the link of an invitation of staff', () => {
  test('is taken up by whoever is signed in, with no password asked for', async () => {
    const { client } = openConsole(place, {
      StaffInvitation: { data: { staffInvitation, viewer } },
      AcceptStaffSignedIn: { data: { done: { __typename: 'StaffInvitationAccepted' } } },
    });
    await screen.findByText(/You are signed in with ife\.lawal@example\.org/, {}, PATIENCE);
    expect(screen.queryByLabelText('Your password')).toBeNull();
    await expectNoViolations();
    await press('Join');
    await screen.findByRole('heading', { level: 1, name: 'You have joined' }, PATIENCE);
    expect(screen.getByRole('link', { name: 'Go on' }).getAttribute('href')).toMatch(
      /^\/(professional)?\/?$/,
    );
    expect(client.asked.find(({ name }) => name === 'AcceptStaffSignedIn')?.variables).toEqual({
      code: 'code-1',
    });
  });

  test('says so where it went to another address, and leads to the sign-in of that one', async () => {
    openConsole(place, {
      SignOut: { data: { signOut: true } },
      StaffInvitation: { data: { staffInvitation, viewer: { person: { email: 'other@example.org' } } } },
      AcceptStaffSignedIn: { data: { done: { __typename: 'InvitationForAnother', message: 'no' } } },
    });
    await press('Join');
    expect((await screen.findByRole('alert', {}, PATIENCE)).textContent).toMatch(/another e-mail address/);
    await press('Sign out and use another sign-in');
    await screen.findByRole('heading', { level: 1, name: 'Sign in' }, PATIENCE);
  });

  test('leads whoever has no password to the other ways to sign in', async () => {
    openConsole(place, { StaffInvitation: { data: { staffInvitation, viewer: null } } });
    await screen.findByRole('heading', { level: 2, name: 'You sign in without a password' }, PATIENCE);
    await expectNoViolations();
    await press('Go to the ways to sign in');
    await screen.findByRole('heading', { level: 1, name: 'Sign in' }, PATIENCE);
  });
});
