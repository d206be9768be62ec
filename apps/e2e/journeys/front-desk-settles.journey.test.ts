import { expect, test } from 'vitest';
import { expectSound, faultsOf } from '../harness/accessibility.ts';
import { company, screens } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const picture = (name: string) => `front-desk-settles/${name}`;

/** Nothing for axe to find and nothing out of the window: as it is, on a phone, and on a small one. */
async function expectSoundEverywhere(person: Person, name: string): Promise<void> {
  const before = person.page.viewportSize() ?? screens.desk.viewport;
  for (const [kind, { viewport }] of Object.entries({ as: { viewport: before }, ...screens })) {
    await person.page.setViewportSize(viewport);
    expect(await faultsOf(person.page), kind).toEqual([]);
    if (kind !== 'as' && kind !== 'small') await person.keepsPicture(picture(`${name}-${kind}`));
  }
  await person.page.setViewportSize(before);
}

async function wasBorn(person: Person, day: string, month: string, year: string): Promise<void> {
  await person.writes('Day', day);
  await person.writes('Month', month);
  await person.writes('Year', year);
}

/** On the page of Demo sign-in, from the beginning. */
async function comesAsRosa(rosa: Person): Promise<void> {
  await rosa.goesTo('/sign-in');
  await rosa.opens('Continue with Demo sign-in');
  await rosa.isAt('Demo sign-in');
  await rosa.page.getByLabel('Rosa Vane', { exact: true }).check();
  await rosa.presses('Continue to Heldwell');
}

journey('what a front desk settles', () => {
  stepByStep();
  const people = company();
  let tom: Person;
  let rosa: Person;

  test('somebody whom a team knows by another name is not let in by a national sign-in', async () => {
    tom = await people.arrives({ app: 'professional' });
    await tom.signsIn('tom.bell@example.org');
    await tom.opens('Patients');
    await tom.opens('Register a patient');
    await tom.writes('Given name', 'Rosa');
    await tom.writes('Last name', 'Delgado');
    await tom.presses('Continue');
    await wasBorn(tom, '21', '6', '1979');
    await tom.presses('Continue');
    await tom.ticks('Yes, I know it');
    await tom.writes('NHS number', '999 307 0017');
    for (let step = 0; step < 3; step += 1) await tom.presses('Continue');
    await tom.ticks('I did not check');
    await tom.presses('Continue');
    await tom.presses('Register the patient');
    await tom.isAt('Registered');
    rosa = await people.arrives({ app: 'patient' });
    await comesAsRosa(rosa);
    await rosa.isAt('Our staff need to look at this');
  });

  test('the claim is settled by the coordinator, who sees both sides and what comes of it', async () => {
    await tom.opens('Patients');
    await tom.opens('People claiming a record');
    await tom.isAt('People claiming a record');
    await expectSoundEverywhere(tom, '01-claims');
    await tom.opens('VANE, Rosa');
    await tom.isAt('Is this the same person?');
    await tom.presses('Settle this');
    await tom.sees('Choose whether it is the same person');
    await tom.ticks('Yes, the same person');
    await expectSoundEverywhere(tom, '02-claim');
    await tom.ticks('Passport');
    await tom.presses('Settle this');
    await tom.isAt('People claiming a record');
    await tom.sees(
      'Settled: the record opens when VANE, Rosa next signs in. If we have their address, an e-mail is on its way.',
    );
    await comesAsRosa(rosa);
    await rosa.page.waitForURL(/\/patient\/sharing\/check$/);
    await rosa.goesTo('/');
    await rosa.isAt(/Rosa/);
  });

  test('that she has died is noted in two steps, closes her way in, and is taken back', async () => {
    await tom.opens('Patients');
    await tom.opens('DELGADO, Rosa');
    await tom.opens('Joining');
    await tom.isAt('Taking the record up');
    await expectSoundEverywhere(tom, '03-standing');
    await tom.opens(/^Record that the patient has died/);
    await wasBorn(tom, '3', '8', '2026');
    await tom.writes('How do you know?', 'Her sister rang.');
    await expectSoundEverywhere(tom, '04-died');
    await tom.presses('Continue');
    await tom.isAt('Check, then record the death');
    await tom.page.goBack();
    await tom.isAt('Record that the patient has died');
    expect(await tom.page.getByLabel('How do you know?').inputValue()).toBe('Her sister rang.');
    await tom.presses('Continue');
    await tom.isAt('Check, then record the death');
    await expectSoundEverywhere(tom, '05-died-check');
    await tom.presses('Record the death');
    await tom.sees(/It is recorded that .* has died/);
    await tom.sees(/Has died, recorded by Tom Bell/);
    await rosa.sees('This record is closed');
    await rosa.keepsPicture(picture('06-her-page'));
    await tom.opens(/^Take back that the patient has died/);
    await tom.writes('Why is it taken back?', 'It was somebody of the same name.');
    await expectSoundEverywhere(tom, '07-lives');
    await tom.presses('Take it back');
    await tom.sees(/It is taken back/);
    await rosa.goesTo('/');
    await rosa.isAt(/Rosa/);
    await rosa.goesTo('/notices');
    await rosa.sees(/We were wrongly told that you had died/);
  });

  test('her written withdrawal closes the record; it is opened again where that was a mistake', async () => {
    await tom.opens(/^Close the record as the patient asked/);
    await tom.writes('What did they ask for?', 'To leave, in a letter of 3 August.');
    await tom.presses('Continue');
    await tom.isAt('Check, then close the record');
    await expectSoundEverywhere(tom, '08-close-check');
    await tom.presses('Close the record');
    await tom.isAt('Closed records');
    await tom.sees('Rosa Delgado');
    await expectSoundEverywhere(tom, '09-closed');
    await rosa.goesTo('/');
    await rosa.sees('Fernside Recovery Team closed your record');
    await rosa.keepsPicture(picture('10-closed-for-her'));
    await expectSound(rosa);
    await tom.opens('Rosa Delgado');
    await tom.writes('Why is it taken back?', 'The letter was from another Rosa.');
    await expectSoundEverywhere(tom, '11-reopen');
    await tom.presses('Open it again');
    await tom.sees('The record of Rosa Delgado is open again.');
    await rosa.goesTo('/');
    await rosa.isAt(/Rosa/);
    await tom.goesTo('/security');
    await tom.isAt('Sign-in and security');
    await tom.keepsPicture(picture('12-security'));
    await tom.opens('Link your organisation’s sign-in, or see what is linked');
    await tom.isAt('Other ways I sign in');
  });
});
