import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { givesAnAuthenticator } from '../harness/authenticator.ts';
import { company } from '../harness/company.ts';
import { Heldwell } from '../harness/heldwell.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const FERNSIDE = 'Fernside Mental Health NHS Foundation Trust';
const AGAIN = /^Sign in again with Fernside/;
const IFE = 'ife.lawal@example.org';
const WORDS = 'Found unconscious at the station.';

async function chooses(page: Page, who: string): Promise<void> {
  await page.getByRole('heading', { name: 'Demo sign-in' }).waitFor();
  await page.getByLabel(who, { exact: true }).check();
  await page.getByRole('button', { name: 'Continue to Heldwell' }).click();
}

async function comesByTheirEmployer(person: Person): Promise<void> {
  await person.goesTo('/sign-in/organisation');
  await person.opens(FERNSIDE);
  await chooses(person.page, 'Ife Lawal');
  await person.isAt('Inbox');
}

/** Says who is meant and why, up to the last step. */
async function asksForMeiLing(person: Person): Promise<void> {
  await person.opens('Patients');
  await person.opens('I need to open a record in an emergency');
  await person.isAt('Who is the patient?');
  await person.writes('NHS number', '999 230 7196');
  await person.writes('Day', '9');
  await person.writes('Month', '2');
  await person.writes('Year', '2007');
  await person.writes('Last name', 'Carter');
  await person.presses('Continue');
  await person.ticks('Their life is in danger');
  await person.writes('Say in your own words what has happened', WORDS);
  await person.presses('Continue');
  await person.isAt('Check, then open the record');
}

/** Presses the button that leads to another window; that window, at the provider. */
async function goesToTheProvider(person: Person): Promise<Page> {
  const [other] = await Promise.all([person.context.waitForEvent('page'), person.presses(AGAIN)]);
  await other.getByRole('heading', { name: 'Demo sign-in' }).waitFor();
  return other;
}

const dialog = ({ page }: Person) => page.getByRole('heading', { name: 'Show that it is you' });

journey('showing that it is you without a password', () => {
  stepByStep();
  // A server of its own: a record is opened in an emergency, and somebody's sign-in gets a passkey.
  let heldwell: Heldwell;
  const people = company(() => heldwell);
  let ife: Person;
  beforeAll(async () => {
    heldwell = await Heldwell.start(inject('freshData'));
    ife = await people.arrives({ app: 'professional' });
  });
  afterAll(() => heldwell?.clear());

  test('whoever turns back, or is somebody else there, opens nothing and loses nothing', async () => {
    await comesByTheirEmployer(ife);
    await asksForMeiLing(ife);
    await ife.presses('Open the record');
    await dialog(ife).waitFor();
    await ife.button(AGAIN).waitFor();
    await expectSound(ife);
    await ife.keepsPicture('show-it-is-you/01-asked', { whole: false });
    const back = await goesToTheProvider(ife);
    await ife.sees(/Sign in in the other window/);
    await back.getByRole('button', { name: 'Cancel and go back' }).click();
    await ife.sees(/You turned back before you had finished/);
    const other = await goesToTheProvider(ife);
    await chooses(other, 'Tom Bell');
    await ife.sees(/as somebody else than you are here/);
    await expectSound(ife);
    await ife.keepsPicture('show-it-is-you/02-somebody-else', { whole: false });
    await ife.isAt('Check, then open the record');
    await ife.sees(WORDS);
  });

  test('staff whom their employer signs in break the glass by signing in again there', async () => {
    const other = await goesToTheProvider(ife);
    const closed = other.waitForEvent('close');
    await chooses(other, 'Ife Lawal');
    await ife.isAt('Summary');
    await ife.sees('CARTER, Mei-Ling');
    await closed;
    await ife.keepsPicture('show-it-is-you/03-opened', { whole: false });
  });

  test('the window that nobody waits for says so, on a phone too', async () => {
    const phone = await people.arrives({ app: 'professional', on: 'phone' });
    await comesByTheirEmployer(phone);
    await phone.goesTo('/sign-in/again/not-you');
    await phone.isAt('We could not make sure that it is you');
    await expectSound(phone);
    await phone.keepsPicture('show-it-is-you/04-window');
    await phone.goesTo('/');
    await asksForMeiLing(phone);
    await phone.presses('Open the record');
    await phone.button(AGAIN).waitFor();
    await expectSound(phone);
    await phone.keepsPicture('show-it-is-you/05-phone', { whole: false });
    await people.leaves(phone);
  });

  test('a passkey is added by signing in again, and then it is enough', async () => {
    await givesAnAuthenticator(ife);
    await ife.goesTo('/security/passkey');
    await ife.writes('What do you want to call it? (optional)', 'Ward laptop');
    await ife.presses('Make a passkey');
    await ife.isAt('Your passkey is added');
    await ife.goesTo('/');
    await ife.presses('Sign out');
    await ife.isAt('Sign in');
    await ife.presses('Sign in with a passkey');
    await ife.isAt('Inbox');
    await asksForMeiLing(ife);
    await ife.presses('Open the record');
    await dialog(ife).waitFor();
    await ife.sees('Your device will ask for your fingerprint, face or PIN.');
    await expectSound(ife);
    await ife.keepsPicture('show-it-is-you/06-passkey', { whole: false });
    await ife.page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
    await ife.isAt('Summary');
  });

  test('the link of a team is taken up by whoever is signed in, without a password', async () => {
    const helen = await people.arrives({ app: 'professional' });
    await helen.signsIn('helen.marsh@example.org');
    await helen.opens('Teams');
    await helen.opens(/Fernside Recovery Team/);
    await helen.opens('Invite somebody');
    await helen.writes('Work e-mail address', IFE);
    await helen.ticks('Member');
    await helen.presses('Send the invitation');
    await helen.sees(`An invitation is on its way to ${IFE}.`);
    await people.leaves(helen);
    const mails = async () => (await fetch(`${people.heldwell.origin}/mailbox`)).text();
    const link = /\/professional\/staff-invitation\/[\w-]+/;
    await expect.poll(mails, { timeout: 20_000 }).toMatch(link);
    await ife.follows(link.exec(await mails())?.[0] ?? '');
    await ife.isAt('Join your team');
    await ife.sees(`You are signed in with ${IFE}.`);
    await expectSound(ife);
    await ife.keepsPicture('show-it-is-you/07-join');
    await ife.presses('Join');
    await ife.isAt('You have joined');
    await ife.opens('Go on');
    await ife.isAt('Inbox');
  });

  test('the sign-in of the employer is unlinked once there is another way in, and told by mail', async () => {
    await ife.goesTo('/sign-in-elsewhere');
    await ife.presses(/^Unlink Fernside/);
    await ife.button(/^Link Fernside/).waitFor();
    await expectSound(ife);
    await ife.keepsPicture('show-it-is-you/08-unlinked');
    await expect
      .poll(async () => (await fetch(`${people.heldwell.origin}/mailbox`)).text(), { timeout: 20_000 })
      .toContain('A linked sign-in was removed');
  });
});
