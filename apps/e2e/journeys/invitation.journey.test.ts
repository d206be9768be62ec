import { beforeAll, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { linkTo } from '../harness/mailbox.ts';
import { bareBundle } from '../harness/own-bundle.ts';
import type { Person } from '../harness/person.ts';
import { importedRecord, invitationOf } from '../harness/printed.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const password = 'three words together';
const picture = (name: string) => `invitation/${name}`;

journey('invitations by e-mail', () => {
  stepByStep();
  const people = company();
  let patient: Person;
  let helper: Person;
  let first: string;

  beforeAll(async () => {
    const { heldwell } = people;
    [patient, helper] = await Promise.all([
      people.arrives({ app: 'patient' }),
      people.arrives({ app: 'carer' }),
    ]);
    const file = bareBundle(heldwell.folder, { number: 'invited-1', given: 'Ira', family: 'Test' });
    const from = ['--organisation', 'RTE', '--name', 'Riverside Test Exchange'];
    const record = importedRecord(await heldwell.run('import:fhir', file, ...from));
    const words = ['--email', 'ira.test@example.org', '--checked-by', 'Tom Bell'];
    const link = invitationOf(await heldwell.run('invite', '--record', record, ...words));
    await patient.follows(link);
    await patient.presses('Create a sign-in');
    await patient.writes('Choose a password', password);
    await patient.presses('Accept the invitation');
    await patient.isAt(/^Welcome/);
    await patient.follows(link);
  });

  test('a link that was used says so, and brings nothing to whoever asks', async () => {
    await patient.isAt('This invitation cannot be used');
    await patient.presses('Send me a new link');
    await patient.sees(/^If there is an invitation to renew/);
    await patient.keepsPicture(picture('01-used'));
  });

  test('a carer is told by mail, and the screen says to whom it went', async () => {
    await patient.goesTo('/sharing/carer');
    await patient.writes('Their name', 'Chidi');
    await patient.writes('Their e-mail address', 'chidi.nwosu@example.org');
    await patient.presses('Invite');
    await patient.isAt('Invitation sent');
    await patient.sees('We have sent an e-mail to Chidi at chidi.nwosu@example.org.');
    await patient.keepsPicture(picture('02-sent'));
    first = await linkTo(people.heldwell, 'chidi.nwosu@example.org');
  });

  test('sent again, the first link is dead and the second is good', async () => {
    await patient.goesTo('/sharing');
    await patient.presses(/^Send again/);
    await patient.sees(/^The invitation to Chidi has been sent again/);
    await patient.keepsPicture(picture('03-again'));
    await helper.follows(first);
    await helper.isAt('This invitation cannot be used');
    await helper.keepsPicture(picture('04-dead'));
  });

  test('who has a sign-in uses it, and nobody else can', async () => {
    let link = first;
    while (link === first) link = await linkTo(people.heldwell, 'chidi.nwosu@example.org');
    const other = await people.arrives({ app: 'carer' });
    await other.signsIn('rhian.pritchard@example.org');
    await other.follows(link);
    await other.presses('Accept the invitation');
    await other.sees('You are signed in as rhian.pritchard@example.org.');
    await other.presses('Accept the invitation');
    await other.sees('This invitation went to another e-mail address');
    await other.keepsPicture(picture('05-another'));
    await people.leaves(other);
    await helper.follows(link);
    await helper.presses('Accept the invitation');
    await helper.presses('I have a sign-in');
    await helper.isAt('Sign in');
    await helper.writes('E-mail address', 'chidi.nwosu@example.org');
    await helper.writes('Password', 'heldwell-demo-2026');
    await helper.presses('Sign in');
    await helper.isAt(/asks you to help care for them$/);
    await helper.presses('Accept the invitation');
    await helper.sees('You are signed in as chidi.nwosu@example.org.');
    await helper.presses('Accept the invitation');
    await helper.sees(/Ira/);
    await helper.keepsPicture(picture('06-accepted'));
  });
});
