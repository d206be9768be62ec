import { beforeAll, expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { codeTo } from '../harness/mailbox.ts';
import { ownBundle } from '../harness/own-bundle.ts';
import type { Person } from '../harness/person.ts';
import { codesOf, importedRecord } from '../harness/printed.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const email = 'lee.letter@example.org';
const picture = (name: string) => `letter/${name}`;

journey('a record taken up by a letter', () => {
  stepByStep();
  const people = company();
  let patient: Person;
  let codes: { first: string; second: string };

  beforeAll(async () => {
    const { heldwell } = people;
    const file = ownBundle(heldwell.folder, { number: 'letter-1', given: 'Lee', family: 'Letter' });
    const from = ['--organisation', 'RF9', '--name', 'Fernside'];
    const record = importedRecord(await heldwell.run('import:fhir', file, ...from));
    const by = ['--organisation', 'RF9', '--checked-by', 'Tom Bell'];
    codes = codesOf(await heldwell.run('letter', '--record', record, ...by));
    patient = await people.arrives({ app: 'patient' });
  });

  const fills = async (birthDay: string) => {
    await patient.writes('First code', codes.first.toLowerCase());
    await patient.writes('Second code', codes.second.replace('-', ' '));
    await patient.writes('Day', birthDay);
    await patient.writes('Month', '1');
    await patient.writes('Year', '1980');
    await patient.presses('Continue');
  };

  test('is found from where one signs in, and refuses a wrong birth date with one sentence', async () => {
    await patient.goesTo('/sign-in');
    await patient.words('I do not have a sign-in yet').click();
    await patient.opens('a letter with two codes');
    await patient.isAt('Use your letter');
    await patient.keepsPicture(picture('01-codes'));
    await fills('3');
    await patient.sees(/^These do not go together/);
    await patient.keepsPicture(picture('02-refused'));
  });

  test('asks for an address of one’s own, and proves it', async () => {
    await fills('2');
    await patient.isAt('What is your e-mail address?');
    await patient.writes('E-mail address', email);
    await patient.presses('Send me a code');
    await patient.isAt('Enter the code we sent');
    await patient.writes('Six-digit code', await codeTo(people.heldwell, email));
    await patient.page.goBack();
    await patient.isAt('What is your e-mail address?');
    expect(await patient.page.getByLabel('E-mail address', { exact: true }).inputValue()).toBe(email);
    await patient.page.goForward();
    await patient.isAt('Enter the code we sent');
    await patient.writes('Six-digit code', await codeTo(people.heldwell, email));
    await patient.keepsPicture(picture('03-code'));
    await patient.presses('Continue');
  });

  test('greets in the name of the service that sent it, and opens the record', async () => {
    await patient.isAt('Choose a password');
    await patient.sees('My Fernside Record');
    await patient.keepsPicture(picture('04-password'));
    await patient.writes('Password', 'three words together');
    await patient.presses('Open my record');
    await patient.isAt(/^Welcome|^Check who can see/);
    await patient.goesTo('/more/identity');
    await patient.sees(/By a letter of Fernside/);
    await patient.keepsPicture(picture('05-identity'));
    await patient.goesTo('/record');
    await patient.sees(/Conditions/);
  });

  test('is of no use to whoever finds it afterwards', async () => {
    const finder = await people.arrives({ app: 'patient' });
    await finder.goesTo('/letter');
    await finder.writes('First code', codes.first);
    await finder.writes('Second code', codes.second);
    await finder.writes('Day', '2');
    await finder.writes('Month', '1');
    await finder.writes('Year', '1980');
    await finder.presses('Continue');
    await finder.sees(/^These do not go together/);
    await people.leaves(finder);
  });
});
