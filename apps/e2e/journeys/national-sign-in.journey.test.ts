import { test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';

const picture = (name: string) => `national-sign-in/${name}`;

/** On the page of Demo sign-in. */
async function chooses(person: Person, who: string, more: string[] = []): Promise<void> {
  await person.isAt('Demo sign-in');
  for (const choice of [who, ...more]) await person.page.getByLabel(choice, { exact: true }).check();
  await person.presses('Continue to Heldwell');
}

async function startsAt(person: Person): Promise<void> {
  await person.goesTo('/sign-in');
  await person.opens('Continue with Demo sign-in');
}

journey('signing in by a national sign-in', () => {
  const people = company();

  test('opens the record of somebody who is linked, and the page of the stand-in is fit to use', async () => {
    const patient = await people.arrives({ app: 'patient' });
    await startsAt(patient);
    await patient.isAt('Demo sign-in');
    await expectSound(patient);
    await patient.keepsPicture(picture('01-demo-sign-in'), { whole: true });
    await chooses(patient, 'Gareth Pritchard');
    await patient.isAt(/^Welcome, Gareth|Gareth/);
    await patient.keepsPicture(picture('02-in'));
    await people.leaves(patient);
  });

  test('makes a record for somebody new at the highest level, and not at a lower one', async () => {
    const patient = await people.arrives({ app: 'patient' });
    await startsAt(patient);
    await chooses(patient, 'Nia Fairweather', ['P5: has confirmed an e-mail and a phone number']);
    await patient.isAt('You need to prove who you are');
    await patient.keepsPicture(picture('03-prove'));
    await patient.opens('Go to the ways to sign in');
    await patient.isAt('Sign in');
    await patient.opens('Continue with Demo sign-in');
    await chooses(patient, 'Nia Fairweather');
    await patient.isAt(/Nia/);
    await patient.goesTo('/more/about');
    await patient.sees('999 158 3262');
    await people.leaves(patient);
  });

  test('explains each dead end in words of its own', async () => {
    const patient = await people.arrives({ app: 'patient' });
    await startsAt(patient);
    await chooses(patient, 'Theo Marsh');
    await patient.isAt('You need to be 16 to sign up');
    await startsAt(patient);
    await patient.isAt('Demo sign-in');
    await patient.presses('Cancel and go back');
    await patient.isAt('You stopped signing in');
    await startsAt(patient);
    await chooses(patient, 'Mei-Ling Carter');
    await patient.isAt('You may have a sign-in here already');
    await expectSound(patient);
    await people.leaves(patient);
  });

  test('is linked to the sign-in somebody has, under More', async () => {
    const patient = await people.arrives({ app: 'patient' });
    await patient.signsIn('meiling.carter@example.org');
    await patient.goesTo('/more');
    await patient.opens(/^Other ways I sign in/);
    await patient.isAt('Other ways I sign in');
    await patient.keepsPicture(picture('04-to-link'));
    await patient.presses('Link Demo sign-in');
    await chooses(patient, 'Mei-Ling Carter');
    await patient.isAt('Other ways I sign in');
    await patient.sees('Demo sign-in is linked. You can sign in with it from now on.');
    await patient.keepsPicture(picture('05-linked'));
    await people.leaves(patient);
    const again = await people.arrives({ app: 'patient' });
    await startsAt(again);
    await chooses(again, 'Mei-Ling Carter', ['P5: has confirmed an e-mail and a phone number']);
    await again.isAt(/Mei/);
    await people.leaves(again);
  });
});
