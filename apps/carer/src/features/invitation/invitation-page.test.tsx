import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { openCarerApp } from '../../testing/open-carer-app.tsx';
import { story } from '../../testing/story.ts';

const accepted = {
  __typename: 'SignedIn',
  viewer: { app: 'CARER', person: { id: 'person-2' }, record: null },
};

describe('an invitation to care for somebody', () => {
  test('says who asks and what it means before asking for anything', async () => {
    openCarerApp('/invitation/CODE-1');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Amara Nwosu asks you to help care for them' }),
    ).toBeDefined();
    expect(screen.getByText('General health')).toBeDefined();
    expect(screen.queryByText('Mental health')).toBeNull();
    expect(screen.queryByLabelText(/password/i)).toBeNull();
    const yes = screen.getByRole('button', { name: 'Accept the invitation' });
    const no = screen.getByRole('link', { name: 'Decline the invitation' });
    expect(no.className).toBe(yes.className);
  });

  test('is accepted with a name and a password, and opens the record', async () => {
    const { client } = openCarerApp('/invitation/CODE-1', {
      Viewer: { data: { viewer: null } },
      AcceptInvitation: { data: { acceptInvitation: accepted } },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Accept the invitation' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Create a sign-in' }));
    fireEvent.change(await screen.findByLabelText('First name'), { target: { value: 'Chidi' } });
    fireEvent.change(screen.getByLabelText('Last name'), { target: { value: 'Nwosu' } });
    fireEvent.change(screen.getByLabelText('Choose a password'), { target: { value: 'three small boats' } });
    fireEvent.click(screen.getByRole('button', { name: 'Accept the invitation' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeDefined();
    const sent = client.asked.find(({ name }) => name === 'AcceptInvitation')?.variables;
    expect(sent).toMatchObject({ input: { code: 'CODE-1', givenName: 'Chidi' } });
  });

  test('may be declined with nothing asked', async () => {
    const { client } = openCarerApp('/invitation/CODE-1');
    fireEvent.click(await screen.findByRole('link', { name: 'Decline the invitation' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'You have declined' })).toBeDefined();
    expect(client.asked.map(({ name }) => name)).toEqual(['Invitation']);
  });

  test('that cannot be used says what to do, and one for a patient shows its door', async () => {
    const gone = openCarerApp('/invitation/CODE-1', { Invitation: { data: { invitation: null } } });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This invitation cannot be used' }),
    ).toBeDefined();
    gone.unmount();
    const { data } = story.Invitation as { data: { invitation: object } };
    openCarerApp('/invitation/CODE-1', {
      Invitation: { data: { invitation: { ...data.invitation, kind: 'TAKE_UP_RECORD' } } },
    });
    const link = await screen.findByRole('link', { name: 'Open it there' });
    expect(link.getAttribute('href')).toBe('/patient/invitation/CODE-1');
  });
});
