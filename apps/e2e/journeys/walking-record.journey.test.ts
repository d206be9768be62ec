import { beforeAll, expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { linkTo } from '../harness/mailbox.ts';
import { ownBundle } from '../harness/own-bundle.ts';
import type { Person } from '../harness/person.ts';
import { importedRecord, invitationOf } from '../harness/printed.ts';
import { syntheaFiles } from '../harness/samples.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const password = 'three words together';
const team = 'Fernside Recovery Team';
const subject = 'My new tablets';
const picture = (name: string) => `walking-record/${name}`;

const samples = syntheaFiles('pkb-hospitals.json', 'pkb-practitioners.json', 'pkb-lyman-hackett.json');
const from = samples ? 'a Synthea bundle' : 'a bundle of our own, as HELDWELL_SAMPLES is not set';

/** Waits for what somebody sees and says how many milliseconds that took from `act` on. */
async function timeUntil(seen: Promise<void>, act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  const arrived = seen.then(() => performance.now() - begun);
  await act();
  return arrived;
}

journey(`a record taken up from ${from}`, () => {
  stepByStep();
  const people = company();
  let patient: Person;
  let carer: Person;
  let professional: Person;
  let record: string;
  let condition: string;

  beforeAll(async () => {
    [patient, carer, professional] = await Promise.all([
      people.arrives({ app: 'patient' }),
      people.arrives({ app: 'carer' }),
      people.arrives({ app: 'professional' }),
    ]);
  });

  test('is imported beside the running server, and brings no person with it', async () => {
    const { heldwell } = people;
    const somebody = { number: 'walking-1', given: 'Robin', family: 'Test' };
    const files = samples ?? [ownBundle(heldwell.folder, somebody)];
    const organisation = ['--organisation', 'RTE', '--name', 'Riverside Test Exchange'];
    record = importedRecord(await heldwell.run('import:fhir', ...files, ...organisation));
  });

  test('is taken up by its invitation link', async () => {
    const { heldwell } = people;
    const words = ['--email', 'robin.test@example.org', '--checked-by', 'Tom Bell'];
    const link = invitationOf(await heldwell.run('invite', '--record', record, ...words));
    await patient.follows(link);
    await patient.isAt('Take up your record');
    await patient.keepsPicture(picture('01-invitation'));
    await patient.presses('Create a sign-in');
    await patient.writes('Choose a password', password);
    await patient.presses('Accept the invitation');
    await patient.isAt(/^Welcome/);
    await patient.keepsPicture(picture('02-home'));
  });

  test('shows its results in words, and how they have changed', async () => {
    await patient.opens('All test results');
    await patient.isAt('Test results');
    await patient.keepsPicture(picture('03-results'), { whole: false });
    await patient.opens(/^(Haemoglobin A1c|HbA1c|Cholesterol|Total cholesterol)/);
    await patient.sees('No usual range was given.');
    await patient.sees('How it has changed');
    await patient.page.locator('main svg').first().waitFor();
    await patient.keepsPicture(picture('04-result'));
  });

  test('keeps a condition under the label its person chooses', async () => {
    await patient.goesTo('/record');
    await patient.opens(/^Conditions/);
    const first = patient.page.locator('.hw-entry__title').first();
    condition = (await first.textContent())?.trim() ?? '';
    await first.click();
    await patient.isAt(condition);
    await patient.opens('Who can see this');
    await patient.ticks('Mental health');
    await patient.sees('With “Mental health” only you can see it.');
    await patient.keepsPicture(picture('05-relabel'));
    await patient.presses('Save');
    await patient.sees('The privacy label is now “Mental health”.');
  });

  test('is shared with a team under two labels', async () => {
    await patient.goesTo('/');
    await patient.opens(/^Sharing/);
    await patient.opens('Share with a team');
    await patient.ticks(team);
    await patient.ticks('Mental health');
    await patient.keepsPicture(picture('06-share'));
    await patient.presses('Share');
    await patient.sees(`${team} can now see: General health, Mental health.`);
    await patient.keepsPicture(picture('07-sharing'));
  });

  test('is opened to a carer, who says yes', async () => {
    await patient.opens('Invite a carer');
    await patient.writes('Their name', 'Alex Test');
    await patient.writes('Their e-mail address', 'alex.test@example.org');
    await patient.ticks('Choose by yourself');
    await patient.ticks('Mental health');
    await patient.presses('Invite');
    await patient.isAt('Invitation sent');
    await patient.keepsPicture(picture('08-carer-invited'));
    await carer.follows(await linkTo(people.heldwell, 'alex.test@example.org'));
    await carer.isAt(/asks you to help care for them$/);
    await carer.keepsPicture(picture('09-carer-invitation'));
    await carer.presses('Accept the invitation');
    await carer.presses('Create a sign-in');
    await carer.writes('First name', 'Alex');
    await carer.writes('Last name', 'Test');
    await carer.writes('Choose a password', password);
    await carer.presses('Accept the invitation');
    await carer.isAt('Today');
    await carer.keepsPicture(picture('10-carer-today'));
  });

  test('carries a message that the open inbox shows within a second', async () => {
    await professional.signsIn('ngozi.okafor@example.org');
    await professional.isAt('Inbox');
    await patient.goesTo('/messages/new');
    await patient.ticks(team);
    await patient.ticks('Mental health');
    await patient.writes('Subject', subject);
    await patient.writes('Your message', 'Since Monday I take them at night. I feel dizzy in the morning.');
    await patient.ticks('Alex Test');
    await patient.keepsPicture(picture('11-writing'));
    const milliseconds = await timeUntil(professional.sees(subject), () => patient.presses('Send message'));
    expect(milliseconds).toBeLessThanOrEqual(1_000);
    await patient.isAt(subject);
    await patient.keepsPicture(picture('12-written'));
    await professional.keepsPicture(picture('13-inbox'), { whole: false });
  });

  test('shows the carer in copy what was written', async () => {
    await carer.opens(/^Messages/);
    await carer.opens(new RegExp(subject));
    await carer.sees('I feel dizzy in the morning.');
    await carer.keepsPicture(picture('14-carer-reads'));
  });

  test('brings the answer to both open pages', async () => {
    await professional.page.getByRole('link', { name: new RegExp(subject) }).click();
    await professional.sees('I feel dizzy in the morning.');
    const answer = 'Thank you for telling us. I will ring you today at 4.';
    await professional.writes('Write a message', answer);
    const arrivals = [countArrivals(patient), countArrivals(carer)];
    await Promise.all([patient.sees(answer), carer.sees(answer), professional.presses('Send message')]);
    expect(arrivals.map((count) => count())).toEqual([0, 0]);
    await professional.keepsPicture(picture('15-answer'));
    await patient.keepsPicture(picture('16-patient-answered'));
    await carer.keepsPicture(picture('17-carer-answered'));
  });

  test('hides a label from the open record as soon as it is unticked', async () => {
    await professional.opens('Open the record');
    await professional.isAt('Summary');
    await professional.opens('By kind');
    await professional.opens(/^Conditions/);
    const titles = professional.page.locator('.hw-entry__title');
    await titles.first().waitFor();
    const before = (await titles.allTextContents()).map((title) => title.trim());
    expect(before).toContain(condition);
    await professional.keepsPicture(picture('18-record-with-condition'), { whole: false });
    const arrivals = countArrivals(professional);
    expect(await titlesTheySee(patient)).toEqual(before);
    await patient.goesTo('/sharing');
    await patient.opens(`Change what ${team} can see`);
    await patient.sees('They would see the same as now.');
    await patient.unticks('Mental health');
    await patient.sees(/^They would no longer see/);
    await patient.keepsPicture(picture('18-what-if'));
    // Nothing is saved yet.
    expect(await titlesTheySee(patient)).toEqual(before);
    await patient.goesTo('/sharing');
    await patient.opens(`Change what ${team} can see`);
    await patient.unticks('Mental health');
    const gone = titles
      .and(professional.page.getByText(condition, { exact: true }))
      .waitFor({ state: 'detached' });
    await Promise.all([gone, patient.presses('Save')]);
    const after = (await titles.allTextContents()).map((title) => title.trim());
    expect(after).toEqual(before.filter((title) => title !== condition));
    expect(after.length).toBeGreaterThan(0);
    expect(arrivals()).toBe(0);
    await patient.sees(`${team} can now see: General health.`);
    expect(await titlesTheySee(patient)).toEqual(after);
    await professional.keepsPicture(picture('19-record-without-condition'), { whole: false });
  });

  test('leaves the team, of that discussion, what it may keep', async () => {
    await professional.goesTo('/');
    await professional.isAt('Inbox');
    await professional.keepsPicture(picture('20-inbox-after'), { whole: false });
  });
});

/** The conditions the team sees, as the patient is shown them. */
async function titlesTheySee(patient: Person): Promise<string[]> {
  await patient.goesTo('/sharing');
  await patient.opens(`See what they see as ${team}`);
  await patient.isAt(`What ${team} sees`);
  await patient.sees(`You are looking as ${team} would`);
  await patient.opens(/^Conditions/);
  await patient.isAt(`Conditions: what ${team} sees`);
  const titles = await patient.page.locator('.hw-entry__title').allTextContents();
  return titles.map((title) => title.trim());
}

/** How often the page was loaded anew since. */
function countArrivals(person: Person): () => number {
  let count = 0;
  person.page.on('load', () => {
    count += 1;
  });
  return () => count;
}
