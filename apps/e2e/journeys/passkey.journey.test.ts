import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { givesAnAuthenticator } from '../harness/authenticator.ts';
import { company } from '../harness/company.ts';
import { Heldwell } from '../harness/heldwell.ts';
import { journey } from '../harness/journey.ts';
import { demoPassword, type Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const EMAIL = 'aled.hughes@example.org';
const FORGOTTEN = 'thirteen wet umbrellas';

/** The code of the thirty seconds after these: the server takes it, and it was not used yet. */
const nextCode = (secret: string) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 });

async function typesThePassword(person: Person, password: string): Promise<void> {
  await person.goesTo('/sign-in');
  await person.writes('E-mail address', EMAIL);
  await person.writes('Password', password);
  await person.presses('Sign in');
}

async function isIn(person: Person): Promise<void> {
  await person.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  await person.isSettled();
}

const codesShown = ({ page }: Person) => page.locator('ol samp').allTextContents();

journey('a passkey, an authenticator app, recovery codes and a forgotten password', () => {
  stepByStep();
  // A server of its own: how a demo person signs in changes here, and others sign in as them.
  let heldwell: Heldwell;
  const people = company(() => heldwell);
  let aled: Person;
  let elsewhere: Person;
  let codes: string[];
  let secret: string;

  beforeAll(async () => {
    heldwell = await Heldwell.start(inject('freshData'));
    aled = await people.arrives({ app: 'professional' });
    await givesAnAuthenticator(aled);
    await aled.signsIn(EMAIL);
  });
  afterAll(() => heldwell?.clear());

  test('a passkey is added, and recovery codes come with it', async () => {
    await aled.opens('Sign-in and security');
    await aled.isAt('Sign-in and security');
    await aled.sees('None. With a passkey you sign in');
    await expectSound(aled);
    await aled.keepsPicture('security/overview');
    await aled.opens(/^Add/);
    await aled.isAt('Add a passkey');
    await aled.writes('What do you want to call it? (optional)', 'Surgery laptop');
    await aled.presses('Make a passkey');
    await aled.isAt('Your passkey is added');
    codes = await codesShown(aled);
    expect(codes).toHaveLength(10);
    await expectSound(aled);
    await aled.keepsPicture('security/recovery-codes');
    await aled.opens('I have kept them');
    await aled.sees('Passkey: Surgery laptop');
    await aled.sees('10 left');
  });

  test('it signs in without an e-mail and a password', async () => {
    await aled.presses('Sign out');
    await aled.isAt('Sign in');
    await aled.keepsPicture('security/sign-in');
    await aled.presses('Sign in with a passkey');
    await isIn(aled);
    await aled.sees('Aled Hughes');
  });

  test('an authenticator app is set up by its key', async () => {
    await aled.goesTo('/security/authenticator');
    await aled.presses('I have an app, go on');
    await aled.page.getByRole('img', { name: /QR code/ }).waitFor();
    await aled.words('I cannot scan it: show the key as text').click();
    secret = ((await aled.page.locator('details samp').textContent()) ?? '').replaceAll(' ', '');
    await expectSound(aled);
    await aled.keepsPicture('security/authenticator');
    await aled.writes('Code the app shows now', '000000');
    await aled.presses('Finish');
    await aled.sees('This is not the code the app shows now.');
    await aled.writes('Code the app shows now', generateSync({ secret }));
    await aled.presses('Finish');
    await aled.isAt('Your authenticator app is set up');
  });

  test('its code is asked for after the password, on a phone elsewhere too', async () => {
    elsewhere = await people.arrives({ app: 'professional', on: 'phone' });
    await typesThePassword(elsewhere, demoPassword);
    await elsewhere.sees('One more step');
    await expectSound(elsewhere);
    await elsewhere.presses('Use a code from my authenticator app');
    await elsewhere.writes('Code from your authenticator app', nextCode(secret));
    await elsewhere.ticks('Do not ask for this step here for 30 days');
    await elsewhere.keepsPicture('security/second-step');
    await elsewhere.presses('Continue');
    await isIn(elsewhere);
    await elsewhere.presses('Sign out');
    await elsewhere.isAt('Sign in');
    await typesThePassword(elsewhere, demoPassword);
    await isIn(elsewhere);
  });

  test('a recovery code lets in once', async () => {
    const lost = await people.arrives({ app: 'professional', on: 'phone' });
    // Signing out closes the socket at once; a stream that says goodbye a moment later is told so by the browser.
    lost.watched.expecting(/WebSocket is already in CLOSING or CLOSED state/);
    const usesTheCode = async () => {
      await typesThePassword(lost, demoPassword);
      await lost.presses('Use a recovery code');
      await lost.writes('Recovery code', codes[0] ?? '');
      await lost.presses('Continue');
    };
    await usesTheCode();
    await isIn(lost);
    await lost.presses('Sign out');
    await lost.isAt('Sign in');
    await usesTheCode();
    await lost.sees('This code is not right, or was used before.');
    await people.leaves(lost);
  });

  test('where one is signed in is listed, and ended at once elsewhere', async () => {
    await elsewhere.goesTo('/');
    await aled.goesTo('/security/devices');
    await aled.sees('This is where you are now');
    await aled.sees('Remembered until');
    await expectSound(aled);
    await aled.keepsPicture('security/devices');
    await aled.presses('Sign out everywhere else');
    await aled.nolongerSees(/^Last used/);
    await elsewhere.goesTo('/');
    await elsewhere.isAt('Sign in');
    await aled.presses(/^Forget/);
    await aled.sees('None. After a second step you can');
    await typesThePassword(elsewhere, demoPassword);
    await elsewhere.sees('One more step');
  });

  test('a forgotten password is replaced by a link in an e-mail, and whoever was in is out', async () => {
    await elsewhere.goesTo('/sign-in');
    await elsewhere.opens('I have forgotten my password');
    await elsewhere.isAt('Choose a new password');
    await elsewhere.writes('Your e-mail address', EMAIL.toUpperCase());
    await elsewhere.presses('Send me a link');
    await elsewhere.isAt('Look into your e-mail');
    await expectSound(elsewhere);
    await elsewhere.keepsPicture('security/forgotten');
    const link = await linkInMailbox();
    await elsewhere.follows(link);
    await elsewhere.writes('New password', 'password1234');
    await elsewhere.presses('Save the new password');
    await elsewhere.sees(/one that people try first/);
    await elsewhere.writes('New password', FORGOTTEN);
    await elsewhere.presses('Save the new password');
    await elsewhere.isAt('Your password is changed');
    await aled.goesTo('/');
    await aled.isAt('Sign in');
    await elsewhere.follows(link);
    await elsewhere.isAt('This password link can no longer be used');
    await expectSound(elsewhere);
  });

  test('the passkey still signs in, and all is as it was for the next story', async () => {
    await aled.presses('Sign in with a passkey');
    await isIn(aled);
    await aled.goesTo('/security/password');
    await aled.writes('Your password so far', FORGOTTEN);
    await aled.writes('New password', demoPassword);
    await aled.presses('Save the new password');
    await aled.isAt('Your password is changed');
    await aled.opens('Back to Sign-in and security');
    for (const what of [/^Remove passkey/, /^Remove authenticator/]) {
      await aled.presses(what);
      await aled.presses('Remove');
      await aled.page.getByRole('button', { name: what }).waitFor({ state: 'detached' });
    }
    await typesThePassword(elsewhere, demoPassword);
    await isIn(elsewhere);
  });

  /** The newest link to choose a password among the mails of the demo. */
  async function linkInMailbox(): Promise<string> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      const text = await (await fetch(`${people.heldwell.origin}/mailbox`)).text();
      const found = /\/professional\/reset-password\/[\w-]{43}/.exec(text);
      if (found) return found[0];
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('No link came.');
  }
});
