import { beforeAll, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { codeTo } from '../harness/mailbox.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const email = 'jo.joins@example.org';
const team = 'Fernside Recovery Team';
const picture = (name: string) => `join/${name}`;

journey('a team joined by its link', () => {
  stepByStep();
  const people = company();
  let patient: Person;
  let professional: Person;

  beforeAll(async () => {
    [patient, professional] = await Promise.all([
      people.arrives({ app: 'patient' }),
      people.arrives({ app: 'professional' }),
    ]);
  });

  test('is reached by the address on an old leaflet, and greets in its organisation’s name', async () => {
    await patient.follows('/registerPatientStart.action?icode=FRT');
    await patient.isAt(`Join ${team}`);
    await patient.sees('My Fernside Record');
    await patient.sees('Welcome. Here you can read what we keep about you, and write to us.');
    await patient.keepsPicture(picture('01-team'));
  });

  test('leads through registering', async () => {
    await patient.opens('Register and join');
    await patient.writes('Day', '14');
    await patient.writes('Month', '3');
    await patient.writes('Year', '1990');
    await patient.presses('Continue');
    await patient.isAt('What is your name?');
    await patient.writes('First name', 'Jo');
    await patient.writes('Last name', 'Joins');
    await patient.presses('Continue');
    await patient.isAt('Do you know your NHS number?');
    await patient.ticks('I do not know it');
    await patient.presses('Continue');
    await patient.isAt('What is your e-mail address?');
    await patient.writes('E-mail address', email);
    await patient.presses('Send me a code');
    await patient.isAt('Enter the code we sent');
    await patient.writes('Six-digit code', await codeTo(people.heldwell, email));
    await patient.presses('Continue');
    await patient.isAt('Choose a password');
    await patient.writes('Password', 'three words together');
    await patient.presses('Continue');
    await patient.isAt('Check your answers');
    await patient.presses('Create my record');
    await patient.isAt('You are registered');
    await patient.keepsPicture(picture('02-registered'));
  });

  test('gets what is left ticked, and a message', async () => {
    await patient.opens(new RegExp(`Go on to ${team}`));
    await patient.isAt(`Join ${team}`);
    await patient.unticks('Mental health');
    await patient.keepsPicture(picture('03-labels'));
    await patient.presses('Join, and write to the team');
    await patient.isAt('Start a discussion');
    await patient.writes('Subject', 'I would like to come');
    await patient.writes('Your message', 'I found your leaflet in the library. What do I do next?');
    await professional.signsIn('tom.bell@example.org');
    await professional.isAt('Inbox');
    await patient.keepsPicture(picture('04-message'));
    await Promise.all([professional.sees('I would like to come'), patient.presses('Send message')]);
    await patient.isAt('I would like to come');
    await professional.keepsPicture(picture('05-inbox'), { whole: false });
  });

  test('leaves the record unverified, and Home says what to do', async () => {
    await patient.goesTo('/');
    await patient.sees('Prove who you are');
    await patient.keepsPicture(picture('06-home'));
    await patient.goesTo('/sharing');
    await patient.sees(team);
  });

  test('of no team says what else there is', async () => {
    await patient.goesTo('/join/no-such-team');
    await patient.isAt('This link leads to no team');
    await patient.keepsPicture(picture('07-no-team'));
  });
});
