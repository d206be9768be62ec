import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { SignInForm } from './sign-in-form.tsx';

const person = { id: 'p', givenName: 'Amara', familyName: 'Nwosu', email: 'a' };
const signedIn = { __typename: 'SignedIn', viewer: { app: 'PATIENT', person, record: null } };
const asked = {
  __typename: 'SecondFactorNeeded',
  ticket: 'ticket-1',
  methods: ['PASSKEY', 'AUTHENTICATOR', 'RECOVERY_CODE'],
  passkeyOptions: '{}',
};

const type = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: words } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

async function atTheSecondStep(completeSignIn: object) {
  const onSignedIn = vi.fn();
  const shown = show(<SignInForm onSignedIn={onSignedIn} />, {
    SignIn: { data: { signIn: asked } },
    CompleteSignIn: { data: { completeSignIn } },
  });
  type('E-mail address', 'amara.nwosu@example.org');
  type('Password', 'a long password');
  press('Sign in');
  await screen.findByRole('heading', { name: 'One more step' });
  return { onSignedIn, ...shown };
}

test('a right password alone lets nobody in who has a second factor; its code does', async () => {
  const { onSignedIn, client, container } = await atTheSecondStep(signedIn);
  expect(onSignedIn).not.toHaveBeenCalled();
  await expectNoViolations(container);
  // This browser knows no passkeys, so none is offered.
  expect(screen.queryByRole('button', { name: 'Use a passkey' })).toBeNull();
  press('Continue');
  expect(screen.getAllByText('Enter the code your authenticator app shows')).toHaveLength(2);
  type('Code from your authenticator app', '123456');
  fireEvent.click(screen.getByLabelText(/Do not ask for this step here/));
  press('Continue');
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(client.asked.at(-1)?.variables).toEqual({
    input: { ticket: 'ticket-1', code: '123456', rememberDevice: true },
  });
});

test('a wrong code says so, and a recovery code may be used instead', async () => {
  const { onSignedIn, client } = await atTheSecondStep({ __typename: 'FactorRefused', message: 'no' });
  type('Code from your authenticator app', '000000');
  press('Continue');
  await screen.findAllByText(/This code is not right/);
  press('Use a recovery code');
  type('Recovery code', 'h7mk-2q9c-wxpt');
  client.answer('CompleteSignIn', { data: { completeSignIn: signedIn } });
  press('Continue');
  await waitFor(() => expect(onSignedIn).toHaveBeenCalledOnce());
  expect(client.asked.at(-1)?.variables).toEqual({
    input: { ticket: 'ticket-1', recoveryCode: 'h7mk-2q9c-wxpt', rememberDevice: false },
  });
});

test('what took too long begins again at the password', async () => {
  await atTheSecondStep({ __typename: 'StepExpired', message: 'no' });
  type('Code from your authenticator app', '123456');
  press('Continue');
  await screen.findByLabelText('E-mail address');
});
