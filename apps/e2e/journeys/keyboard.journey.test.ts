import { beforeAll, expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { Keyboard } from '../harness/keyboard.ts';
import { type AppName, demoPassword, type Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const apps: { app: AppName; email: string }[] = [
  { app: 'patient', email: 'sunil.rao@example.org' },
  { app: 'carer', email: 'rhian.pritchard@example.org' },
  { app: 'professional', email: 'aled.hughes@example.org' },
];

/** What the newest message list shows first. */
const newest = (person: Person) => person.page.locator('main .hw-entry__link, main table a').first();

/** What one does in one of the apps alone. */
const ownTasks: Record<AppName, (at: () => Keyboard) => void> = {
  patient: (at) => {
    test('one changes what a team can see', async () => {
      const keyboard = at();
      const { person } = keyboard;
      await person.goesTo('/sharing');
      await keyboard.follows('Change what Harbour Lane Practice team can see');
      await keyboard.tabsTo(person.page.getByLabel('Social care', { exact: true }));
      await keyboard.press('Space');
      await keyboard.presses('Save');
      await person.sees(/^Harbour Lane Practice team can now see: .*Social care/);
    });

    test('a question gives focus back when it is closed', async () => {
      const keyboard = at();
      const { person } = keyboard;
      const opener = person.button(/^Stop sharing/);
      await keyboard.tabsTo(opener);
      await keyboard.press('Enter');
      await person.page.getByRole('dialog').waitFor();
      expect(await person.page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
      await keyboard.press('Escape');
      await person.page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await opener.evaluate((button) => document.activeElement === button)).toBe(true);
    });
  },
  carer: (at) => {
    test('one sees what one may see', async () => {
      const keyboard = at();
      const { person } = keyboard;
      await person.goesTo('/');
      await keyboard.follows('What I may see');
      await person.isAt('What I may see');
    });
  },
  professional: (at) => {
    test('one finds a patient and opens the record', async () => {
      const keyboard = at();
      const { person } = keyboard;
      await person.goesTo('/');
      await keyboard.follows('Patients');
      await keyboard.writes('Find a patient', 'Carter');
      await keyboard.press('Enter');
      await person.sees('Patients found for “Carter”');
      await keyboard.follows(/^CARTER/);
      await person.isAt('Summary');
      await keyboard.follows('Timeline');
      await person.isAt('Timeline');
    });
  },
};

for (const { app, email } of apps) {
  journey(`with the keyboard alone in the ${app} app`, () => {
    stepByStep();
    const people = company();
    let person: Person;
    let keyboard: Keyboard;

    beforeAll(async () => {
      person = await people.arrives({ app, on: 'desk' });
      keyboard = new Keyboard(person);
    });

    test('one signs in', async () => {
      await keyboard.signsIn(email, demoPassword);
    });

    test('the first stop leads past the header', async () => {
      await person.page.reload();
      await person.isSettled();
      await keyboard.press('Tab');
      await person.sees('Skip to main content');
      await keyboard.press('Enter');
      expect(await person.page.evaluate(() => document.activeElement?.id)).toBe('maincontent');
    });

    test('one opens the newest message and answers', async () => {
      if (app !== 'professional') await keyboard.follows(/^Messages/);
      await newest(person).waitFor();
      await keyboard.tabsTo(newest(person));
      await keyboard.press('Enter');
      await person.page.getByLabel('Write a message').waitFor();
      const words = `Written without a pointer in the ${app} app.`;
      await keyboard.writes('Write a message', words);
      await keyboard.presses('Send message');
      await person.page.locator('.hw-message__text', { hasText: words }).waitFor();
      // One goes on writing where one was.
      await expect.poll(() => person.page.evaluate(() => document.activeElement?.id)).toBe('message-text');
    });

    ownTasks[app](() => keyboard);
  });
}
