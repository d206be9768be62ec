import { beforeAll, expect, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { type Company, company, screens } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

/** On a phone and at a desk, each looked at by axe. */
async function looks(person: Person, name: string): Promise<void> {
  await person.keepsOneOfMany(`sharing-for/${name}-390`);
  await expectSound(person);
  await person.page.setViewportSize(screens.desk.viewport);
  await person.keepsOneOfMany(`sharing-for/${name}-1280`);
  await person.page.setViewportSize(screens.phone.viewport);
}

/** Somebody, and their wife who manages sharing for them. */
async function signedIn(people: Company): Promise<[gareth: Person, rhian: Person]> {
  const gareth = await people.arrives({ app: 'patient' });
  const rhian = await people.arrives({ app: 'carer' });
  await Promise.all([
    gareth.signsIn('gareth.pritchard@example.org'),
    rhian.signsIn('rhian.pritchard@example.org'),
  ]);
  return [gareth, rhian];
}

journey('a carer who shares for the person', () => {
  stepByStep();
  const people = company();
  let rhian: Person;
  let gareth: Person;
  let team: string;

  beforeAll(async () => {
    [gareth, rhian] = await signedIn(people);
  });

  test('is led there from what they may see, and offered no more than they hold', async () => {
    await rhian.opens('What I may see');
    await rhian.isAt('What I may see');
    await looks(rhian, '01-what-i-may-see');
    await rhian.opens('Sharing I manage');
    await rhian.isAt('Sharing I manage');
    await rhian.sees('You have shared with nobody yet');
    await looks(rhian, '02-nothing-yet');
    await rhian.opens('Share with somebody');
    await rhian.isAt('Share with somebody');
    await looks(rhian, '03-with-whom');
    await rhian.opens(/^Share with a team/);
    await rhian.isAt('Share with a team');
    const labels = rhian.page.getByRole('group', { name: 'What can they see?' }).getByRole('checkbox');
    expect(await labels.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value))).toEqual([
      'GENERAL',
    ]);
  });

  test('shares with a team until a day, which the patient sees, with who gave it', async () => {
    const choice = rhian.page
      .getByRole('group', { name: /Which team/ })
      .getByRole('radio')
      .first();
    await choice.check();
    team = await choice.evaluate((one) => (one as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? '');
    await rhian.ticks('Until a day I choose');
    for (const [part, value] of [
      ['Day', '30'],
      ['Month', '6'],
      ['Year', '2096'],
    ] as const) {
      await rhian.writes(part, value);
    }
    await looks(rhian, '04-share-with-a-team');
    await rhian.presses('Share');
    await rhian.isAt('Sharing I manage');
    await rhian.sees(`${team} now has access.`);
    await rhian.sees(/to 30 June 2096 at 11:59pm/);
    await looks(rhian, '05-given');
    await gareth.goesTo('/sharing');
    await gareth.sees(/You did not give this yourself. Rhian Pritchard gave it for you/);
    await looks(gareth, '06-the-patient-sees-it');
  });

  test('invites somebody by e-mail, and withdraws it', async () => {
    await rhian.opens('Share with somebody');
    await rhian.opens(/^Invite family/);
    await rhian.isAt('Invite family, a friend or a carer');
    await rhian.writes('Their name', 'Non Pritchard');
    await rhian.writes('Their e-mail address', 'non.pritchard@example.org');
    await looks(rhian, '07-invite');
    await rhian.presses('Invite');
    await rhian.isAt(/Invitation (sent|made)/);
    await looks(rhian, '08-invited');
    await rhian.opens('Back to Sharing I manage');
    await rhian.sees(/Invitation to non.pritchard@example.org/);
    await rhian.presses('Withdraw the invitation to Non Pritchard');
    await rhian.sees('The invitation to Non Pritchard has been withdrawn.');
    await rhian.nolongerSees(/Invitation to non.pritchard@example.org/);
  });

  test('ends access after being told what remains', async () => {
    await rhian.presses(`End access for ${team}`);
    await rhian.sees(/What stays with them: what they wrote themselves/);
    await looks(rhian, '09-end');
    await rhian.presses('Yes, end access');
    await rhian.sees(`${team} no longer has the access you gave.`);
    await rhian.sees('You have shared with nobody yet');
    await gareth.nolongerSees(/Rhian Pritchard gave it for you/);
  });
});

journey('one thing shared by itself', () => {
  stepByStep();
  const people = company();
  let gareth: Person;
  let rhian: Person;
  let entry: string;

  beforeAll(async () => {
    [gareth, rhian] = await signedIn(people);
  });

  test('is chosen on its own page: who, what they will see, and until when', async () => {
    await gareth.goesTo('/record/kind/care-plan');
    const first = gareth.page.locator('main .hw-entry a, main li a').first();
    entry = ((await first.getAttribute('href')) ?? '').replace('/patient', '');
    await gareth.movesTo(entry);
    await looks(gareth, '11-entry');
    await gareth.opens('Share this with somebody');
    await gareth.isAt(/Share this with somebody/);
    await gareth.ticks('Rhian Pritchard');
    await looks(gareth, '12-share-one');
    await gareth.presses('Share this one thing');
    await gareth.isAt('Sharing');
    await gareth.sees(/^Rhian Pritchard can now see “/);
    await gareth.sees(/^Rhian Pritchard: “/);
    await looks(gareth, '13-listed');
  });

  test('is named on the receipt and in the history, and to whom it was given', async () => {
    await gareth.opens('Read the receipt');
    await gareth.isAt('Receipt');
    await gareth.sees(/^Only this one thing: “/);
    await looks(gareth, '14-receipt');
    await gareth.goesTo('/sharing/history');
    await gareth.sees(/let Rhian Pritchard see “.+”, and nothing else by that/);
    await rhian.opens('What I may see');
    await rhian.sees(/^Only this one thing: “/);
    await looks(rhian, '15-the-carer-sees-it');
  });

  test('stays open under another label, as the patient is told before', async () => {
    await gareth.goesTo(entry);
    await gareth.opens('Who can see this');
    const other = gareth.page
      .getByRole('group', { name: /Which label/ })
      .getByRole('radio', { checked: false });
    await other.last().check();
    await gareth.sees('Rhian Pritchard sees it as before, because it was shared with them by itself');
    await looks(gareth, '16-another-label');
  });

  test('ends by its name', async () => {
    await gareth.goesTo('/sharing');
    await gareth.presses(/^Stop sharing of “.+” with Rhian Pritchard/);
    await gareth.sees('What you share with them in another way stays as it is.');
    await looks(gareth, '17-end');
    await gareth.presses('Yes, stop sharing');
    await gareth.sees(/^Rhian Pritchard no longer sees “/);
    await rhian.nolongerSees(/^Only this one thing: “/);
  });
});
