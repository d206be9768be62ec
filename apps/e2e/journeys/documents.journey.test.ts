import { beforeAll, expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { stepByStep } from '../harness/step-by-step.ts';

const LETTER = 'Dear team, this is what the hospital wrote.';
const letter = { name: 'Letter.txt', mimeType: 'text/plain', buffer: Buffer.from(LETTER) };
/** Not a picture, whatever it is called. */
const program = { name: 'Picture.png', mimeType: 'image/png', buffer: Buffer.from('4d5a90000003', 'hex') };
/** What a browser says by itself when an answer is no. */
const refused = /status of (404|415)/;

/** Chooses files as one does: by the button, which opens the browser's own window. */
async function choose(person: Person, button: string, files: (typeof letter)[]): Promise<void> {
  const window = person.page.waitForEvent('filechooser');
  await person.presses(button);
  await (await window).setFiles(files);
}

const whatIsAt = (person: Person, path: string) =>
  person.page.evaluate(async (address) => {
    const response = await fetch(address);
    return { status: response.status, text: await response.text() };
  }, path);
const forApp = (path: string, person: Person) => path.replace('/files/patient/', `/files/${person.app}/`);

journey('a document, from a phone to a team and back', () => {
  stepByStep();
  const people = company();
  let gareth: Person;
  let staff: Person;
  let path: string;
  let entry: string;

  beforeAll(async () => {
    gareth = await people.arrives({ app: 'patient', on: 'small' });
    await gareth.signsIn('gareth.pritchard@example.org');
    staff = await people.arrives({ app: 'professional' });
    await staff.signsIn('tom.bell@example.org');
    for (const one of [gareth, staff]) one.watched.expecting(refused);
  });

  test('what cannot be attached says why, and the words stay', async () => {
    await gareth.goesTo('/messages');
    await gareth.opens(/Fernside/);
    await gareth.writes('Write a message', 'The hospital wrote to me.');
    await choose(gareth, 'Attach files', [program, letter]);
    await gareth.sees(/This kind of file cannot be attached/);
    await gareth.presses(/^Remove Picture.png/);
    expect(await gareth.page.getByLabel('Write a message').inputValue()).toBe('The hospital wrote to me.');
  });

  test('the message takes its file along, and the team opens it', async () => {
    await gareth.presses('Send message');
    await gareth.sees('Open Letter.txt');
    const thread = new URL(gareth.page.url()).pathname.split('/').at(-1);
    const { viewer } = await staff.asks<{ viewer: { teams: { id: string }[] } }>(
      '{ viewer { teams { id } } }',
    );
    await staff.goesTo(`/teams/${viewer.teams[0]?.id}/inbox/${thread}`);
    const link = staff.page.getByRole('link', { name: 'Open Letter.txt' });
    await link.waitFor();
    expect(await whatIsAt(staff, (await link.getAttribute('href')) ?? '')).toEqual({
      status: 200,
      text: LETTER,
    });
  });

  test('one adds a document to the record under a label', async () => {
    await gareth.goesTo('/record');
    await gareth.opens(/^Add a document/);
    await choose(gareth, 'Choose files', [letter]);
    await gareth.writes('What is it?', 'Letter from the hospital');
    await gareth.ticks('Mental health');
    await gareth.page.getByRole('button', { name: /^Remove Letter.txt/ }).waitFor();
    await gareth.page.locator('progress').waitFor({ state: 'detached' });
    await gareth.presses('Add to my record');
    await gareth.isAt('Letter from the hospital');
    entry = new URL(gareth.page.url()).pathname.split('/').at(-1) ?? '';
    path = (await gareth.page.getByRole('link', { name: 'Open Letter.txt' }).getAttribute('href')) ?? '';
    expect((await whatIsAt(gareth, path)).text).toBe(LETTER);
    expect((await whatIsAt(staff, forApp(path, staff))).text).toBe(LETTER);
  });

  test('under another label it is closed to the team, as if it were not there', async () => {
    await gareth.goesTo(`/record/entry/${entry}/label`);
    await gareth.ticks('Sexual health');
    await gareth.presses('Save');
    await gareth.sees(/The privacy label is now/);
    const missing = path.replace(/.{6}$/, 'AAAAAA');
    const [hidden, none] = [
      await whatIsAt(staff, forApp(path, staff)),
      await whatIsAt(staff, forApp(missing, staff)),
    ];
    expect(hidden).toEqual(none);
    expect(hidden.status).toBe(404);
    expect((await whatIsAt(gareth, path)).text).toBe(LETTER);
  });
});
