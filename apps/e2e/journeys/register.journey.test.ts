import { beforeAll, expect, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { codeTo } from '../harness/mailbox.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const email = 'rene.registers@example.org';
const picture = (name: string) => `register/${name}`;

journey('registering by oneself', () => {
  stepByStep();
  const people = company();
  let patient: Person;

  beforeAll(async () => {
    patient = await people.arrives({ app: 'patient' });
  });

  async function looks(name: string): Promise<void> {
    await expectSound(patient);
    await patient.keepsPicture(picture(name));
  }
  async function born(day: string, month: string, year: string): Promise<void> {
    await patient.writes('Day', day);
    await patient.writes('Month', month);
    await patient.writes('Year', year);
    await patient.presses('Continue');
  }

  test('stops kindly before sixteen', async () => {
    await patient.goesTo('/register');
    await patient.isAt('When were you born?');
    await looks('01-age');
    await born('1', '6', String(new Date().getFullYear() - 12));
    await patient.isAt('You need to be 16 to register');
    await looks('02-under-16');
    await patient.page.goBack();
    await patient.isAt('When were you born?');
    await patient.presses('Continue');
    await patient.sees('Enter your date of birth');
    await looks('03-error');
  });

  test('asks one thing a page', async () => {
    await born('29', 'February', '1988');
    await patient.isAt('What is your name?');
    await patient.writes('First name', 'René');
    await patient.writes('Last name', 'Registers');
    await patient.writes('What you like to be called (optional)', 'Ren');
    await looks('04-name');
    await patient.presses('Continue');
    await patient.isAt('Do you know your NHS number?');
    await patient.ticks('Yes, I know my NHS number');
    await patient.writes('NHS number', '999 123 4567');
    await patient.presses('Continue');
    await patient.sees(/^Check your NHS number/);
    await patient.writes('NHS number', '943 476 5919');
    await looks('05-nhs-number');
    await patient.presses('Continue');
    await patient.isAt('What is your e-mail address?');
    await patient.words('I share my e-mail address with somebody').click();
    await looks('06-email');
    await patient.writes('E-mail address', email);
    await patient.presses('Send me a code');
    await patient.isAt('Enter the code we sent');
    await looks('07-code');
    await patient.writes('Six-digit code', '000000');
    await patient.presses('Continue');
    await patient.sees(/^This code is not right/);
    await patient.writes('Six-digit code', await codeTo(people.heldwell, email));
    await patient.presses('Continue');
    await patient.isAt('Choose a password');
    await patient.writes('Password', 'three words together');
    await looks('08-password');
    await patient.presses('Continue');
    await patient.isAt('Check your answers');
    await looks('09-check');
  });

  test('goes back to change an answer, with the others kept', async () => {
    await patient.opens(/^Change date of birth/);
    await patient.isAt('When were you born?');
    expect(await patient.page.getByLabel('Year', { exact: true }).inputValue()).toBe('1988');
    await patient.page.goBack();
    await patient.isAt('Check your answers');
    await patient.presses('Create my record');
    await patient.isAt('You are registered');
    await looks('10-done');
  });

  test('says that nothing of any service is shown before a check', async () => {
    await patient.opens(/^Prove who you are/);
    await patient.isAt('Who you are');
    await patient.sees('Nobody has made sure yet who you are');
    await looks('11-identity');
    const { viewer } = await patient.asks<{
      viewer: { recordState: string; record: { nhsNumber: string | null } };
    }>('{ viewer { recordState record { nhsNumber } } }');
    expect(viewer).toEqual({ recordState: 'REGISTERING', record: { nhsNumber: null } });
  });

  test('an address that has a sign-in gets the same page, and another mail', async () => {
    const second = await people.arrives({ app: 'patient' });
    const { sendEmailCode } = await second
      .goesTo('/sign-in')
      .then(() =>
        second.asks<{ sendEmailCode: { __typename: string } }>(
          'mutation ($email: String!) { sendEmailCode(email: $email) { __typename } }',
          { email: 'RENE.Registers@example.org' },
        ),
      );
    expect(sendEmailCode.__typename).toBe('EmailCodeSent');
    await people.leaves(second);
  });

  test('is closed, and opened again, by its person', async () => {
    await patient.goesTo('/more/close');
    await patient.sees('Nothing is deleted. Teams keep what they wrote themselves.');
    await looks('12-close');
    await patient.presses('Yes, close my record');
    await patient.sees('You closed your record');
    await looks('13-closed');
    await patient.presses('Open my record again');
    await patient.isAt(/^Welcome/);
    await patient.sees('Prove who you are');
  });
});
