import { securityStory } from '@heldwell/client/testing';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { AuthenticatorPage } from './authenticator-page.tsx';
import { CodesPage } from './codes-page.tsx';
import { ConfirmEmailPage } from './confirm-email-page.tsx';
import { DevicesPage } from './devices-page.tsx';
import { EmailPage } from './email-page.tsx';
import { ForgottenPage } from './forgotten-page.tsx';
import { PasskeyPage } from './passkey-page.tsx';
import { PasswordPage } from './password-page.tsx';
import { ResetPage } from './reset-page.tsx';
import { SecurityPage } from './security-page.tsx';

beforeAll(() => {
  // jsdom has no dialogs: they open and close, and that is all.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
  window.scrollTo = () => undefined;
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: words } });
const at = (heading: string) => screen.findByRole('heading', { level: 1, name: heading });

test('the overview says what there is, and removes a passkey only when one is sure', async () => {
  const { client, container } = show(<SecurityPage before={null} />, {
    ...securityStory,
    RemovePasskey: { data: { removePasskey: true } },
  });
  await screen.findByText('Passkey: My phone');
  expect(screen.getByText('9 left')).toBeTruthy();
  expect(screen.getByText(/^2 places/)).toBeTruthy();
  await expectNoViolations(container);
  press(/^Remove ?passkey My phone/);
  press('Keep it');
  expect(client.asked.map(({ name }) => name)).toEqual(['Security']);
  press(/^Remove ?passkey My phone/);
  const dialog = screen.getByRole('dialog', { name: 'Remove this?' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(client.asked.map(({ name }) => name)).toContain('RemovePasskey'));
});

test('a new password is checked before it is sent, and what the server refuses is said beside it', async () => {
  const message = 'This password is one that people try first. Choose another.';
  const { client } = show(<PasswordPage />, {
    ...securityStory,
    ChangePassword: { data: { changePassword: { __typename: 'NewPasswordUnsuitable', message } } },
  });
  await screen.findByLabelText('Your password so far', { selector: 'input' });
  press('Save the new password');
  expect(screen.getAllByText('Enter your password so far')).toHaveLength(2);
  type('Your password so far', 'what it was');
  type('New password', 'too short');
  press('Save the new password');
  expect(screen.getAllByText(/at least 12 characters$/)).not.toHaveLength(0);
  expect(client.asked.map(({ name }) => name)).toEqual(['Security']);
  type('New password', 'password1234');
  press('Save the new password');
  await screen.findAllByText(message);
  client.answer('ChangePassword', { data: { changePassword: { __typename: 'PasswordChanged' } } });
  type('New password', 'river lantern orchard');
  press('Save the new password');
  await at('Your password is changed');
});

test('an authenticator app is set up by picture or key, with the recovery codes of a first factor', async () => {
  const recoveryCodes = ['aaaa-bbbb-cccc', 'dddd-eeee-ffff'];
  const { client, container } = show(<AuthenticatorPage />, {
    BeginAuthenticator: {
      data: {
        beginAuthenticator: { secret: 'ABCDEFGHIJKL', uri: 'otpauth://totp/Heldwell:a?secret=ABCDEFGHIJKL' },
      },
    },
    ConfirmAuthenticator: { data: { confirmAuthenticator: { __typename: 'FactorRefused', message: 'no' } } },
  });
  press('I have an app, go on');
  await screen.findByRole('img', { name: /QR code/ });
  expect(screen.getByText('ABCD EFGH IJKL')).toBeTruthy();
  await expectNoViolations(container);
  type('Code the app shows now', '12345');
  press('Finish');
  expect(screen.getAllByText(/Enter the six digits/)).toHaveLength(2);
  type('Code the app shows now', '123 456');
  press('Finish');
  await screen.findAllByText(/This is not the code/);
  client.answer('ConfirmAuthenticator', {
    data: { confirmAuthenticator: { __typename: 'FactorAdded', recoveryCodes } },
  });
  press('Finish');
  await at('Your authenticator app is set up');
  for (const code of recoveryCodes) expect(screen.getByText(code)).toBeTruthy();
});

test('new recovery codes are shown once they are made, or why there are none', async () => {
  const { client } = show(<CodesPage />, { RenewRecoveryCodes: { data: { renewRecoveryCodes: null } } });
  press('Make new codes');
  await screen.findByText(/nothing a code could stand in for/);
  client.answer('RenewRecoveryCodes', { data: { renewRecoveryCodes: { codes: ['aaaa-bbbb-cccc'] } } });
  press('Make new codes');
  await screen.findByText('aaaa-bbbb-cccc');
});

test('a browser without passkeys says what to do instead', () => {
  show(<PasskeyPage />);
  expect(screen.getByText(/This browser does not know passkeys/)).toBeTruthy();
});

test('sessions and remembered devices are ended one by one, the own one not by mistake', async () => {
  const { client, container } = show(<DevicesPage />, {
    ...securityStory,
    EndSession: { data: { endSession: true } },
    ForgetDevice: { data: { forgetDevice: true } },
  });
  await screen.findByText(/This is where you are now/);
  await expectNoViolations(container);
  expect(screen.getAllByRole('button', { name: /^Sign out/ })).toHaveLength(2);
  press(/^Sign out ?Unknown device/);
  press(/^Forget ?Firefox on Windows/);
  await waitFor(() =>
    expect(client.asked.filter(({ name }) => name !== 'Security').map(({ variables }) => variables)).toEqual([
      { session: 'session-2' },
      { device: 'device-1' },
    ]),
  );
});

test('a changed address is asked of both, and says who has not answered', async () => {
  const { client } = show(<EmailPage />, {
    ...securityStory,
    ChangeEmail: { data: { changeEmail: { __typename: 'EmailChangeAsked' } } },
  });
  await screen.findByLabelText('New e-mail address', { selector: 'input' });
  type('New e-mail address', 'AMARA.nwosu@example.org');
  press('Ask both addresses');
  expect(screen.getAllByText(/This is the address you sign in with now/)).toHaveLength(2);
  const { viewer } = securityStory.Security.data;
  const security = { ...viewer.security, newEmail: 'new@example.org', oldAgreed: true };
  client.answer('Security', { data: { viewer: { ...viewer, security } } });
  type('New e-mail address', 'new@example.org');
  press('Ask both addresses');
  await screen.findByText('amara.nwosu@example.org: has agreed');
  expect(screen.getByText('new@example.org: has not answered yet')).toBeTruthy();
});

test.each([
  [{ __typename: 'EmailAgreed', waitingFor: 'NEW_ADDRESS' }, 'Thank you. One more to go.'],
  [{ __typename: 'EmailAgreed', waitingFor: null }, 'Your e-mail address is changed'],
  [{ __typename: 'LinkUnusable', message: 'no' }, 'This link can no longer be used'],
])('a link agrees to a changed address with a press alone: %s', async (confirmEmail, heading) => {
  const { client } = show(<ConfirmEmailPage code="code-1" />, { ConfirmEmail: { data: { confirmEmail } } });
  expect(client.asked).toEqual([]);
  press('Agree to the change');
  await at(heading);
});

test('a forgotten password answers every address alike', async () => {
  const { container } = show(<ForgottenPage />, {
    RequestPasswordReset: { data: { requestPasswordReset: { __typename: 'PasswordResetAsked' } } },
  });
  press('Send me a link');
  expect(screen.getAllByText('Enter an e-mail address')).toHaveLength(2);
  type('Your e-mail address', 'whoever@example.org');
  press('Send me a link');
  await at('Look into your e-mail');
  expect(screen.getByText('We have sent an e-mail to whoever@example.org.')).toBeTruthy();
  await expectNoViolations(container);
});

test('a link that was used says why, and asks for another; a good one chooses the password', async () => {
  const { client, unmount } = show(<ResetPage code="code-1" />, {
    ...securityStory,
    ResetPassword: { data: { resetPassword: { __typename: 'LinkUnusable', message: 'no' } } },
  });
  await screen.findByLabelText('New password', { selector: 'input' });
  type('New password', 'river lantern orchard');
  press('Save the new password');
  await at('This password link can no longer be used');
  expect(client.asked.at(-1)?.variables).toEqual({
    input: { code: 'code-1', password: 'river lantern orchard' },
  });
  unmount();
  show(<ResetPage code="code-2" />, { PasswordReset: { data: { passwordReset: null } } });
  await at('This password link can no longer be used');
});
