import { test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { demoPassword, type Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const picture = (name: string) => `privacy-desk/${name}`;

/** Says that Mei-Ling Carter is meant, as the NHS has her. */
async function meansMeiLing(person: Person): Promise<void> {
  await person.writes('NHS number', '999 230 7196');
  await person.writes('Day', '9');
  await person.writes('Month', '2');
  await person.writes('Year', '2007');
  await person.writes('Last name', 'Carter');
}

journey('a record opened in an emergency', () => {
  stepByStep();
  const people = company();
  let officer: Person;

  test('is opened in three steps by somebody who could not see it', async () => {
    const professional = await people.arrives({ app: 'professional' });
    await professional.signsIn('ngozi.okafor@example.org');
    await professional.isAt('Inbox');
    await professional.opens('Patients');
    await professional.opens('I need to open a record in an emergency');
    await professional.isAt('Who is the patient?');
    await meansMeiLing(professional);
    await professional.presses('Continue');
    await professional.ticks('Their life is in danger');
    await professional.writes('Say in your own words what has happened', 'Found unconscious at the station.');
    await professional.presses('Continue');
    await professional.presses('Open the record');
    await professional.writes('Your password', demoPassword);
    await professional.page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
    await professional.isAt('Summary');
    await people.leaves(professional);
  });

  test('is on the desk of the privacy officer, who says what they found', async () => {
    officer = await people.arrives({ app: 'professional' });
    await officer.signsIn('paula.reid@example.org');
    await officer.isAt('Emergencies');
    await officer.sees('Ngozi Okafor opened the record of Mei-Ling Carter');
    await officer.sees(/Found unconscious at the station/);
    await officer.page.getByText('Review this emergency').first().click();
    await officer.ticks('It was an emergency');
    await officer.writes('What you found', 'The ambulance crew rang the ward.');
    await officer.keepsPicture(picture('01-review'));
    await officer.presses('Save the review');
    await officer.sees('Paula Reid');
    await officer.sees('The ambulance crew rang the ward.');
    await officer.keepsPicture(picture('02-reviewed'));
  });

  test('is in the history of the patient, with what was found', async () => {
    const patient = await people.arrives({ app: 'patient' });
    await patient.signsIn('meiling.carter@example.org');
    await patient.goesTo('/sharing/history');
    await patient.sees(/Ngozi Okafor opened the emergency summary/);
    await patient.sees(/A privacy officer found that it was an emergency/);
    await patient.keepsPicture(picture('03-history'), { whole: false });
    await people.leaves(patient);
  });

  test('gives the officer no sight of the record, and nobody else the desk', async () => {
    await officer.opens('Freezes');
    await officer.isAt('Freezes');
    const desk = new URL(officer.page.url()).pathname.replace('/professional', '');
    const other = await people.arrives({ app: 'professional' });
    await other.signsIn('priya.shah@example.org');
    await other.goesTo(desk);
    await other.isAt('We cannot find this page');
    await people.leaves(other);
  });
});
