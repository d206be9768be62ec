import { expect, test } from 'vitest';
import { expectSound } from '../harness/accessibility.ts';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';

const picture = (name: string) => `single-sign-on/${name}`;

async function chooses(person: Person, who: string, more: string[] = []): Promise<void> {
  await person.isAt('Demo sign-in');
  for (const choice of [who, ...more]) await person.page.getByLabel(choice, { exact: true }).check();
  await person.presses('Continue to Heldwell');
}

journey('signing in by an employer', () => {
  const people = company();
  const launch = (patient: string, page = '') =>
    `/launch?${new URLSearchParams({ iss: `${people.heldwell.origin}/demo-sign-in/rf9`, patient, page })}`;
  const amara = '9994120387';
  const meiling = '9992307196';

  test('begins with choosing the organisation, and puts a newcomer in the team their employer names', async () => {
    const staff = await people.arrives({ app: 'professional' });
    await staff.goesTo('/sign-in');
    await staff.opens('Sign in with your organisation’s own sign-in');
    await staff.isAt('Choose your organisation');
    await expectSound(staff);
    await staff.keepsPicture(picture('01-organisations'));
    await staff.opens('Fernside Mental Health NHS Foundation Trust');
    await chooses(staff, 'Ife Lawal');
    await staff.isAt('Inbox');
    await staff.sees(/Ife Lawal · Fernside Recovery Team/);
    await staff.keepsPicture(picture('02-inbox'));
    await people.leaves(staff);
  });

  test('ends where the employer names no team, and says so', async () => {
    const staff = await people.arrives({ app: 'professional' });
    await staff.goesTo('/sign-in/organisation');
    await staff.opens('Fernside Mental Health NHS Foundation Trust');
    await chooses(staff, 'Tom Bell', ['Works for another organisation']);
    await staff.isAt('This is another organisation’s sign-in');
    await staff.keepsPicture(picture('03-other-organisation'));
    await people.leaves(staff);
  });

  test('a launch ends on the patient and page, the second time without a word; a hidden record asks for access', async () => {
    const staff = await people.arrives({ app: 'professional' });
    await staff.page.goto(`${people.heldwell.origin}${launch(amara, 'results')}`);
    // Nobody else's journey opens Mei-Ling's record as Tom, not in an emergency either.
    await chooses(staff, 'Tom Bell');
    await staff.page.waitForURL(/\/patients\/[^/]+\/results$/);
    await staff.isSettled();
    await staff.sees('NWOSU, Amara');
    await staff.keepsPicture(picture('04-launched'));
    await staff.page.goto(`${people.heldwell.origin}${launch(amara, 'timeline')}`);
    await staff.page.waitForURL(/\/patients\/[^/]+\/timeline$/);
    await staff.page.goto(`${people.heldwell.origin}${launch(meiling)}`);
    await staff.page.waitForURL(/\/patients\/ask$/);
    await staff.isSettled();
    const hidden = await staff.page.locator('main').textContent();
    await staff.page.goto(`${people.heldwell.origin}${launch('9991583262')}`);
    await staff.page.waitForURL(/\/patients\/ask$/);
    await staff.isSettled();
    expect(await staff.page.locator('main').textContent()).toBe(hidden);
    await people.leaves(staff);
  });
});
