import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const picture = (name: string) => `staff-registers/${name}`;
const CODE = /[A-HJ-NP-Y3-9]{4}-[A-HJ-NP-Y3-9]{4}/g;

/** Writes a date of birth into its three fields. */
async function wasBorn(person: Person, day: string, month: string, year: string): Promise<void> {
  await person.writes('Day', day);
  await person.writes('Month', month);
  await person.writes('Year', year);
}

journey('a patient whom staff register', () => {
  stepByStep();
  const people = company();
  let tom: Person;

  test('is registered face to face, question by question', async () => {
    tom = await people.arrives({ app: 'professional' });
    await tom.signsIn('tom.bell@example.org');
    await tom.opens('Patients');
    await tom.opens('Register a patient');
    await tom.presses('Continue');
    await tom.sees('Enter the given name');
    await tom.writes('Given name', 'Zoë');
    await tom.writes('Last name', 'Lindqvist');
    await tom.presses('Continue');
    await tom.isAt('What is their date of birth?');
    await wasBorn(tom, '31', '2', '1990');
    await tom.presses('Continue');
    await tom.sees('Enter a date of birth that is a real day in the past');
    await wasBorn(tom, '6', '8', '1990');
    await tom.presses('Continue');
    await tom.ticks('Yes, I know it');
    await tom.writes('NHS number', '999 000 0019');
    await tom.presses('Continue');
    await tom.sees('Check the NHS number. One of its digits does not fit the others');
    await tom.writes('NHS number', '999 000 0018');
    await tom.presses('Continue');
    await tom.isAt('How can we reach them?');
    await tom.writes('Postal address (optional)', '4 Mill Lane\nHeldford\nZZ9 4ML');
    await tom.presses('Continue');
    await tom.writes('Communication needs (optional)', 'Large print');
    await tom.presses('Continue');
    await tom.isAt('How do you know who they are?');
    await tom.ticks('Passport');
    await tom.keepsPicture(picture('01-documents'));
    await tom.presses('Continue');
    await tom.isAt('Check, then register');
    // Back keeps what was answered.
    await tom.page.goBack();
    await tom.isAt('How do you know who they are?');
    expect(await tom.page.getByLabel('Passport').isChecked()).toBe(true);
    await tom.presses('Continue');
    await tom.keepsPicture(picture('02-check'));
    await tom.presses('Register the patient');
    await tom.isAt('Registered');
    await tom.keepsPicture(picture('03-registered'));
  });

  test('is vouched for, and gets a letter with two codes and no birth date', async () => {
    await tom.opens('Invite them now');
    await tom.isAt('Taking the record up');
    await tom.sees(/Passport\. Seen by Tom Bell/);
    await tom.opens(/^Say who they are/);
    await tom.ticks('I know this person myself');
    await tom.presses('I vouch for this');
    await tom.sees('It is noted that you know who they are.');
    await tom.opens(/^Make a letter/);
    await tom.presses('Make the letter');
    await tom.sees('4 Mill Lane');
    const letter = (await tom.page.locator('.console-letter').textContent()) ?? '';
    expect(new Set(letter.match(CODE)).size).toBe(2);
    expect(letter).not.toMatch(/1990|August/);
    expect(letter).toContain('Joining is your choice');
    await tom.keepsPicture(picture('04-letter'));
    await tom.page.emulateMedia({ media: 'print' });
    const sizes = await tom.page
      .locator('.console-letter :is(p, li, dd, dt, div)')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    // Twelve points are sixteen pixels.
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
    const printed = await tom.page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(printed.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const folder = path.join(tmpdir(), 'heldwell-letters');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'letter.pdf'), printed);
    await tom.page.emulateMedia({ media: null });
  });

  test('is invited by e-mail once documents were checked', async () => {
    await tom.opens('Back to taking the record up');
    await tom.sees(/Letter made by Tom Bell/);
    await tom.opens(/^Invite by e-mail/);
    await tom.writes('Their own e-mail address', 'zoe.lindqvist@example.org');
    await tom.presses('Send the invitation');
    await tom.sees('The invitation is on its way to zoe.lindqvist@example.org.');
    await tom.sees(/E-mail sent by Tom Bell/);
    await tom.keepsPicture(picture('05-joining'));
  });

  test('waits for a person where what was entered does not fit', async () => {
    await tom.opens('Patients');
    await tom.opens('Register a patient');
    await tom.writes('Given name', 'Zoe');
    await tom.writes('Last name', 'Lundqvist');
    await tom.presses('Continue');
    await wasBorn(tom, '6', '8', '1990');
    await tom.presses('Continue');
    await tom.ticks('Yes, I know it');
    await tom.writes('NHS number', '9990000018');
    for (const heading of [
      'How can we reach them?',
      'What helps them to understand us?',
      'How do you know who they are?',
    ]) {
      await tom.presses('Continue');
      await tom.isAt(heading);
    }
    await tom.ticks('I did not check');
    await tom.presses('Continue');
    await tom.presses('Register the patient');
    await tom.isAt('A person has to look at this');
    await tom.opens('Waiting to be matched');
    await tom.sees(/another birth date or family name/);
    await tom.keepsPicture(picture('06-waiting'));
    await tom.presses(/^Remove from this list/);
    await tom.sees('Nothing waits');
  });

  test('comes with many others from a list, of which the broken rows are named and left out', async () => {
    await tom.opens('Back to patients');
    await tom.opens('Invite many people from a list');
    const list = (text: string | Buffer) => ({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    const file = tom.page.getByLabel('Choose a file');
    await file.setInputFiles(list('NHS number;Family name;Given name;Birth date\n;Lee;"Ann;1980-02-01'));
    await tom.presses('Say what would happen');
    await tom.sees(/A quotation mark stands alone/);
    const rows = [
      'NHS number;Family name;Given name;Birth date;E-mail;Way;Address',
      ';Garçon;Zoé;01/02/1980;;letter;2 High Street, Heldford',
      ';=cmd;Evil;01/02/1981;;letter;',
      '943 476 5918;Lee;Ann;01/02/1980;;;',
      ';Lee;Bob;30/02/1980;;;',
      ';Lee;Cy;03/03/1983;cy.lee@example.org;;',
    ];
    // As a spreadsheet on an old computer saves it.
    await file.setInputFiles(list(Buffer.from(rows.join('\r\n'), 'latin1')));
    await tom.presses('Say what would happen');
    await tom.sees('1 e-mail, 2 letters. 2 rows are wrong and are left out.');
    await tom.sees('Zoé Garçon');
    await tom.sees('Check the NHS number: 10 digits, the last one a check digit');
    await tom.keepsPicture(picture('07-dry-run'));
    await tom.presses('Register and invite 3 people');
    await tom.sees('Tick that you have checked, or go back and send letters instead');
    await tom.ticks(
      'I have checked who the people with an e-mail address are, and that each address is their own',
    );
    await tom.presses('Register and invite 3 people');
    await tom.sees('The list is done');
    await tom.sees('Registered, e-mail sent');
    expect(await tom.page.locator('.console-letter').count()).toBe(2);
    const download = tom.page.waitForEvent('download');
    await tom.presses('Download the report (CSV)');
    const report = readFileSync((await (await download).path()) ?? '', 'utf8');
    expect(report).toContain('Evil =cmd');
    expect(report.split('\r\n')).toHaveLength(7);
    await tom.keepsPicture(picture('08-done'));
    await tom.opens('Patients');
    await tom.sees(/GARÇON, Zoé/);
  });
});
