import { expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const picture = (name: string) => `walkthrough/${name}`;

journey('teams that care for somebody', () => {
  stepByStep();
  const people = company();
  let patient: Person;

  test('are to be checked, one by one, with what they may see ticked', async () => {
    patient = await people.arrives({ app: 'patient' });
    await patient.signsIn('meiling.carter@example.org');
    await patient.sees(/^2 teams can see part of your record/);
    await patient.opens('Check who can see your record');
    await patient.isAt('Check who can see my record');
    await patient.keepsPicture(picture('01-check'));
    await patient.opens('Start');
    await patient.isAt('What may Harbour Lane Practice team see?');
    await patient.sees('Team 1 of 2');
    expect(await patient.page.getByLabel('General health').isChecked()).toBe(true);
    await patient.keepsPicture(picture('02-team'));
  });

  test('stay as they are by the keyboard alone, and Back shows what was decided', async () => {
    const { page } = patient;
    await page.getByLabel('General health').focus();
    for (let tabs = 0; tabs < 4; tabs += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Continue');
    await page.keyboard.press('Enter');
    await patient.isAt('What may Lantern Peer Support see?');
    await page.goBack();
    await patient.isAt('What may Harbour Lane Practice team see?');
    await page.goForward();
    await patient.isAt('What may Lantern Peer Support see?');
  });

  test('are narrowed by unticking, and the receipts stand at the end', async () => {
    await patient.unticks('Social care');
    await patient.presses('Continue');
    await patient.isAt('What you decided');
    await patient.sees('Can see: General health');
    // The first may be shown from before, while the second is asked for.
    const receipts = patient.page.getByRole('link', { name: /^Receipt/ });
    await receipts.nth(1).waitFor();
    expect(await receipts.count()).toBe(2);
    expect(await patient.seesNow('Not decided yet')).toBe(false);
    await patient.keepsPicture(picture('03-decided'));
    await patient.opens('Go to Home');
    await patient.isAt(/^Welcome/);
    await patient.words(/teams can see part of your record/).waitFor({ state: 'hidden' });
  });

  test('can be checked again from Sharing', async () => {
    await patient.goesTo('/sharing');
    await patient.opens(/^Check who can see my record/);
    await patient.sees(/^2 teams care for you/);
    await people.leaves(patient);
  });
});
