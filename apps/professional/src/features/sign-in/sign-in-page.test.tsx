import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openConsole } from '../../testing/open-console.tsx';
import { story } from '../../testing/story.ts';

const nobody = { data: { viewer: null } };
const signedIn = {
  data: {
    signIn: {
      __typename: 'SignedIn',
      viewer: { app: 'PROFESSIONAL', person: { id: 'person-1' }, record: null },
    },
  },
};

async function signIn() {
  fireEvent.change(await screen.findByLabelText('E-mail address'), {
    target: { value: 'tom.bell@example.org' },
  });
  fireEvent.change(screen.getByLabelText('Password'), { target: { value: 'heldwell-demo-2026' } });
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('signing in to the console', () => {
  test('leads back to where one wanted to go', async () => {
    const { client } = openConsole('/teams/team-1/patients', {
      ProfessionalViewer: nobody,
      SignIn: signedIn,
    });
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeDefined();
    client.answer('ProfessionalViewer', story.ProfessionalViewer as never);
    await signIn();
    expect(await screen.findByRole('heading', { level: 1, name: 'Patients' })).toBeDefined();
    expect(window.location.pathname).toBe('/professional/teams/team-1/patients');
  });

  test('is asked for again, and says why, when the session has ended', async () => {
    const { client } = openConsole('/teams/team-1/inbox');
    await screen.findByText('My sleep');
    client.answer('Inbox', { code: 'UNAUTHENTICATED' });
    act(() => client.refresh.send('threads'));
    expect(await screen.findByText(/You were signed out because you were away/)).toBeDefined();
    expect(screen.queryByText('My sleep')).toBeNull();
  });

  test('goes to the inbox of the only team, and to a choice among several', async () => {
    const first = openConsole('/');
    expect(await screen.findByRole('heading', { level: 1, name: 'Inbox' })).toBeDefined();
    first.unmount();
    const { data } = story.ProfessionalViewer as { data: { viewer: { teams: object[] } } };
    const teams = [
      ...data.viewer.teams,
      {
        id: 'team-2',
        name: 'Harbour Lane Practice team',
        organisation: { id: 'o', name: 'Harbour Lane Surgery' },
      },
    ];
    openConsole('/', { ProfessionalViewer: { data: { viewer: { ...data.viewer, teams } } } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Choose a team' })).toBeDefined();
    expect(screen.getByRole('link', { name: /Harbour Lane Practice team/ })).toBeDefined();
  });
});
