import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { InvitationForm, type InvitationToAccept } from './invitation-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

const type = (label: string | RegExp, words: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: words } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('signing in with nothing typed says what is missing, in the summary and beside each field', async () => {
  const { container, client } = show(<SignInForm onSignedIn={() => undefined} />);
  press('Sign in');
  expect(screen.getAllByText(/Enter your e-mail address/)).toHaveLength(2);
  expect(screen.getAllByText(/Enter your password/)).toHaveLength(2);
  expect(document.activeElement?.className).toContain('error-summary');
  expect(client.asked).toEqual([]);
  await expectNoViolations(container);
});

test('a wrong password keeps what was typed and does not say which of the two was wrong', async () => {
  const refused = { data: { signIn: { __typename: 'SignInRefused', message: 'no' } } };
  show(<SignInForm onSignedIn={() => undefined} />, { SignIn: refused });
  type('E-mail address', ' amara.nwosu@example.org ');
  type('Password', 'not the right one');
  press('Sign in');
  await screen.findAllByText(/do not go together/);
  expect(screen.getByLabelText<HTMLInputElement>('Password', { selector: 'input' }).value).toBe(
    'not the right one',
  );
});

test('too many tries say how long to wait', async () => {
  const tooMany = {
    data: { signIn: { __typename: 'TooManyAttempts', message: 'no', retryAfterSeconds: 61 } },
  };
  show(<SignInForm onSignedIn={() => undefined} />, { SignIn: tooMany });
  type('E-mail address', 'amara.nwosu@example.org');
  type('Password', 'not the right one');
  press('Sign in');
  await screen.findByText(/Wait 2 minutes/);
});

const careFor: InvitationToAccept = {
  kind: 'CARE_FOR',
  name: 'Chidi',
  emailHint: 'c•••@example.org',
  patientName: 'Amara Nwosu',
  organisationName: null,
  labels: ['GENERAL'],
  rights: ['SEE', 'MESSAGE'],
  expiresAt: '2026-08-20T09:00:00.000000+00:00',
  isVouched: false,
  brand: { serviceName: 'Heldwell', welcome: null, logo: null },
};
const accepted = {
  data: {
    acceptInvitation: {
      __typename: 'SignedIn',
      viewer: {
        app: 'CARER',
        person: { id: 'p', givenName: 'Chidi', familyName: 'Nwosu', email: 'c' },
        record: null,
      },
    },
  },
};

test('a new carer says their name and chooses a password of twelve characters or more', async () => {
  const onAccepted = vi.fn();
  const form = <InvitationForm code="code" invitation={careFor} onAccepted={onAccepted} />;
  const { client, container } = show(form, { AcceptInvitation: accepted });
  type('First name', 'Chidi');
  type('Last name', 'Nwosu');
  type('Choose a password', 'too short');
  press('Accept the invitation');
  expect(screen.getAllByText(/at least 12 characters/)).not.toHaveLength(0);
  expect(client.asked).toEqual([]);
  await expectNoViolations(container);
  type('Choose a password', 'river lantern orchard');
  press('Accept the invitation');
  await waitFor(() => expect(onAccepted).toHaveBeenCalledOnce());
  expect(client.asked[0]?.variables).toEqual({
    input: { code: 'code', password: 'river lantern orchard', givenName: 'Chidi', familyName: 'Nwosu' },
  });
});

test('an address that has a sign-in is refused without a word about it, and the way there is named', async () => {
  const refused = { data: { acceptInvitation: { __typename: 'SignInRefused', message: 'no' } } };
  const form = <InvitationForm code="code" invitation={careFor} onAccepted={() => undefined} />;
  show(form, { AcceptInvitation: refused });
  type('First name', 'Chidi');
  type('Last name', 'Nwosu');
  type('Choose a password', 'river lantern orchard');
  press('Accept the invitation');
  await screen.findAllByText(/If you have one for this e-mail address already/);
});

test('a record that nobody vouched for asks who one is and when one was born', async () => {
  const onAccepted = vi.fn();
  const begins = { ...careFor, kind: 'TAKE_UP_RECORD' as const };
  const form = <InvitationForm code="code" invitation={begins} onAccepted={onAccepted} />;
  const { client } = show(form, { AcceptInvitation: accepted });
  type('First name', 'Jo');
  type('Last name', 'Bell');
  type('Choose a password', 'river lantern orchard');
  press('Accept the invitation');
  expect(screen.getAllByText('Enter your date of birth')).toHaveLength(2);
  type('Day', '31');
  type('Month', '3');
  type('Year', '1980');
  press('Accept the invitation');
  await waitFor(() => expect(onAccepted).toHaveBeenCalledOnce());
  expect(client.asked[0]?.variables).toMatchObject({ input: { birthDate: '1980-03-31', givenName: 'Jo' } });
});
