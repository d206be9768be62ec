import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { expectNoViolations, findTitle, openApp, press } from '../../testing/open-app.tsx';

const national = { id: 'national', name: 'Demo sign-in', startPath: '/sign-in/start/national' };

const PATIENCE = { timeout: 5_000 };
const pressWhenThere = async (name: string) =>
  fireEvent.click(await screen.findByRole('button', { name }, PATIENCE));

test('the sign-in page leads to the national sign-in where there is one, by a plain link', async () => {
  openApp('/sign-in', { NationalSignIn: { data: { nationalSignIn: national } } });
  await findTitle('Sign in');
  const link = await screen.findByRole('link', { name: 'Continue with Demo sign-in' }, PATIENCE);
  expect(link.getAttribute('href')).toBe('/sign-in/start/national');
});

test('an unknown reason why it did not work says what can be said, and leads on', async () => {
  openApp('/sign-in/problem/nonsense');
  await findTitle('We could not sign you in');
  expect(screen.getByRole('link', { name: 'Go to the ways to sign in' }).getAttribute('href')).toBe(
    '/sign-in',
  );
  await expectNoViolations();
});

test('linking asks for the password when it was not said lately, and says when it is wrong', async () => {
  const viewer = { linkedSignIns: [], record: null };
  openApp('/more/sign-in-elsewhere', {
    SignInElsewhere: { data: { nationalSignIn: national, viewer } },
    LinkSignIn: { data: { linkSignIn: { __typename: 'PasswordNeeded', message: 'again' } } },
    ConfirmToLink: { data: { confirmPassword: { __typename: 'SignInRefused' } } },
  });
  await findTitle('Other ways I sign in');
  await pressWhenThere('Link Demo sign-in');
  const password = await screen.findByLabelText('Your password here', { selector: 'input' }, PATIENCE);
  await pressWhenThere('Link Demo sign-in');
  expect(await screen.findAllByText('Enter your password')).toHaveLength(2);
  fireEvent.change(password, { target: { value: 'not the right one' } });
  await pressWhenThere('Link Demo sign-in');
  expect(await screen.findAllByText('The password is not right. Try again.')).toHaveLength(2);
  await expectNoViolations();
});

test('an app’s question offers what it asked for, with general health ticked, and an old one is over', async () => {
  const appRequest = {
    ...{ id: 'r', appName: 'Lantern Diary', organisationName: 'Lantern', purpose: 'Reminds you.' },
    labels: ['GENERAL', 'SOCIAL_CARE'],
  };
  const { client, unmount } = openApp('/allow/r', { AppRequest: { data: { appRequest } } });
  await findTitle('May Lantern Diary see your record?');
  expect(screen.getByLabelText<HTMLInputElement>('General health').checked).toBe(true);
  expect(screen.queryByLabelText('Mental health')).toBeNull();
  await expectNoViolations();
  client.answer('RefuseApp', { data: { refuseApp: { __typename: 'AppRequestOver' } } } as never);
  press('No, do not share');
  await findTitle('This question is over');
  unmount();
  openApp('/allow/none', { AppRequest: { data: { appRequest: null } } });
  await findTitle('This question is over');
});
