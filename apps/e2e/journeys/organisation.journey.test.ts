import { expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const picture = (name: string) => `organisation/${name}`;

/** A small picture of one colour. */
const logo = {
  name: 'logo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    '89504e470d0a1a0a0000000d4948445200000030000000100802000000dfcc6be60000002749444154789c63e08e0a1a548861c05d30eaa051078d3a68d44103ed8251078d3a68d4417446006dc9251f996dfcaf0000000049454e44ae426082',
    'hex',
  ),
};
const page = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') };

/** The newest mail to an address, as the demo shows it. */
async function linkMailedTo(person: Person, address: string): Promise<string> {
  const mails = await person.page.evaluate(async () => (await fetch('/mailbox')).text());
  const at = mails.indexOf(address);
  const link = /https?:\/\/[^\s"<]*\/professional\/staff-invitation\/[\w-]+/.exec(mails.slice(at))?.[0];
  if (at < 0 || !link) throw new Error(`No invitation was mailed to ${address}.`);
  return link;
}

journey('an organisation that runs itself', () => {
  stepByStep();
  const people = company();
  let helen: Person;
  let nia: Person;
  const email = 'nia.newcomer@example.org';
  const password = 'four words and a 9';

  test('is branded by its administrator, with a logo that is a picture', async () => {
    helen = await people.arrives({ app: 'professional' });
    await helen.signsIn('helen.marsh@example.org');
    await helen.isAt('Teams');
    await helen.opens('Welcome and logo');
    await helen.page.getByLabel('Choose a picture').setInputFiles(page);
    await helen.presses('Use this logo');
    await helen.sees(/This is no PNG, JPEG or WebP picture/);
    await helen.page.getByLabel('Choose a picture').setInputFiles(logo);
    await helen.presses('Use this logo');
    await helen.sees('The logo is changed.');
    await helen.writes('What you call this service', 'My Fernside Record');
    // As the story has it: journeys of those who come in read it at the same time.
    await helen.writes('Welcome text', 'Welcome. Here you can read what we keep about you, and write to us.');
    await helen.presses('Save changes');
    await helen.sees('Your changes are saved.');
    await helen.keepsPicture(picture('01-brand'));
  });

  test('invites somebody to a team, who joins by the mailed link and signs in', async () => {
    await helen.opens('Teams');
    await helen.opens(/Fernside Recovery Team/);
    await helen.isAt('Team settings');
    await helen.opens('Invite somebody');
    await helen.writes('Work e-mail address', email);
    await helen.presses('Send the invitation');
    await helen.sees('Choose what they are in the team');
    await helen.ticks('Member');
    await helen.writes('What they do (optional)', 'Peer support worker');
    await helen.presses('Send the invitation');
    await helen.sees(`An invitation is on its way to ${email}.`);
    await helen.keepsPicture(picture('02-team'));
    nia = await people.arrives({ app: 'professional', on: 'phone' });
    await expect.poll(() => linkMailedTo(helen, email).catch(() => ''), { timeout: 15_000 }).not.toBe('');
    const link = await linkMailedTo(helen, email);
    await nia.follows(new URL(link).pathname);
    await nia.isAt('Join your team');
    await nia.presses('Join');
    await nia.sees('Enter your given name');
    await nia.writes('Given name', 'Nia');
    await nia.writes('Last name', 'Newcomer');
    await nia.writes('Choose a password', password);
    await nia.keepsPicture(picture('03-join'));
    await nia.presses('Join');
    await nia.isAt('You have joined');
    await nia.signsIn(email, password);
    await nia.isAt('Inbox');
    await nia.sees(/Amara|Gareth|Sunil/);
  });

  test('removes a member, whose open inbox ends within a second', async () => {
    await helen.page.reload();
    await helen.opens('Nia Newcomer');
    await helen.isAt('Change Nia Newcomer');
    await helen.keepsPicture(picture('04-remove'));
    nia.watched.expecting(/status of 401|WebSocket/);
    const inboxGone = nia.page.waitForURL((url) => url.pathname.endsWith('/sign-in'), { timeout: 15_000 });
    await helen.presses('Remove from the team');
    await helen.sees(/Nia Newcomer has left the team/);
    const removed = Date.now();
    await inboxGone;
    expect(Date.now() - removed).toBeLessThan(1_000);
    await nia.signsIn(email, password);
    await nia.goesTo('/');
    await nia.isAt('You are not in a team yet');
  });

  test('keeps what was changed, by whom and when', async () => {
    await helen.opens('Team history');
    await helen.sees('Nia Newcomer left the team');
    await helen.sees('Nia Newcomer joined');
    await helen.sees(/Helen Marsh/);
    await helen.keepsPicture(picture('05-history'));
  });

  test('shows its settings to a coordinator, and what an administrator does to nobody else', async () => {
    const tom = await people.arrives({ app: 'professional' });
    await tom.signsIn('tom.bell@example.org');
    await tom.opens('Team settings');
    await tom.isAt('Team settings');
    await tom.opens(/^Change join code/i);
    await tom.isAt('Join code');
    await tom.presses('Make a new code');
    await tom.sees('There is a new code. Print the leaflet again.');
    await tom.opens('Leaflet to print');
    await tom.sees('Joining is your choice');
    await tom.keepsPicture(picture('06-leaflet'));
    await tom.goesTo(new URL(helen.page.url()).pathname.replace('/professional', ''));
    await tom.isAt('We cannot find this page');
    await people.leaves(tom);
  });
});
