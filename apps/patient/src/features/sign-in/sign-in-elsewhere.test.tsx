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

test('linking asks first that it is them where the server wants to know, and nothing is linked without', async () => {
  const viewer = { linkedSignIns: [], record: null };
  openApp('/more/sign-in-elsewhere', {
    SignInElsewhere: { data: { nationalSignIn: national, viewer } },
    LinkSignIn: { code: 'FRESH_SIGN_IN_NEEDED' },
    ConfirmWays: {
      data: {
        viewer: {
          security: { hasPassword: true, authenticatorSince: null, passkeys: [] },
          linkedProviders: [],
        },
      },
    },
  });
  await findTitle('Other ways I sign in');
  await pressWhenThere('Link Demo sign-in');
  await screen.findByRole('heading', { name: 'Show that it is you' }, PATIENCE);
  await expectNoViolations();
  await pressWhenThere('Cancel');
  await screen.findByRole('alert', {}, PATIENCE);
});

test('a linked sign-in is unlinked, unless it is the only way in', async () => {
  const viewer = { linkedSignIns: [national.name], record: null };
  const { client } = openApp('/more/sign-in-elsewhere', {
    SignInElsewhere: { data: { nationalSignIn: national, viewer } },
    UnlinkSignIn: { data: { unlinkSignIn: { __typename: 'LastWayIn', message: 'no' } } },
  });
  await findTitle('Other ways I sign in');
  await pressWhenThere('Unlink Demo sign-in');
  expect((await screen.findByRole('alert', {}, PATIENCE)).textContent).toMatch(/only way you sign in/);
  await expectNoViolations();
  client.answer('UnlinkSignIn', { data: { unlinkSignIn: { __typename: 'SignInUnlinked' } } } as never);
  client.answer('SignInElsewhere', {
    data: { nationalSignIn: national, viewer: { ...viewer, linkedSignIns: [] } },
  } as never);
  await pressWhenThere('Unlink Demo sign-in');
  await screen.findByRole('button', { name: 'Link Demo sign-in' }, PATIENCE);
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
