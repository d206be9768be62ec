import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import type { Person } from '../harness/person.ts';
import { pictureFolder } from '../harness/pictures.ts';
import { addressOf, type Places, placesFor } from '../harness/places.ts';

const images = fileURLToPath(new URL('../../../docs/images', import.meta.url));
const MOST_BYTES = 150 * 1024;

const pictures = [
  { name: 'patient-home', by: 'patient', path: '/' },
  { name: 'patient-result', by: 'patient', path: '/record/entry/:entry' },
  { name: 'patient-sharing', by: 'patient', path: '/sharing' },
  { name: 'carer-today', by: 'carer', path: '/people/:record' },
  { name: 'professional-inbox', by: 'professional', path: '/teams/:team/inbox' },
  { name: 'professional-record', by: 'professional', path: '/teams/:team/patients/:record' },
  { name: 'professional-record-phone', by: 'professionalOnPhone', path: '/teams/:team/patients/:record' },
] as const;

journey('the pictures of the README', () => {
  const people = company();
  const drawn: string[] = [];
  let at: Record<(typeof pictures)[number]['by'], Person>;
  let places: Record<'patient' | 'carer' | 'professional', Places>;

  beforeAll(async () => {
    const professional = await people.arrives({ app: 'professional' });
    await professional.signsIn('ngozi.okafor@example.org');
    const storageState = await professional.context.storageState();
    at = {
      patient: await people.arrives({ app: 'patient' }),
      carer: await people.arrives({ app: 'carer' }),
      professional,
      professionalOnPhone: await people.arrives({ app: 'professional', on: 'phone', storageState }),
    };
    await at.patient.signsIn('amara.nwosu@example.org');
    await at.carer.signsIn('chidi.nwosu@example.org');
    places = {
      patient: await placesFor(at.patient),
      carer: await placesFor(at.carer),
      professional: await placesFor(professional),
    };
  });

  test.each(pictures)('$name', async ({ name, by, path: address }) => {
    const person = at[by];
    await person.goesTo(addressOf(address, places[person.app]));
    if (name === 'patient-result') await person.page.locator('main svg').first().waitFor();
    await person.keepsPicture(name, { whole: false });
    const file = path.join(pictureFolder, `${name}.png`);
    expect(statSync(file).size).toBeLessThanOrEqual(MOST_BYTES);
    drawn.push(file);
  });

  afterAll(() => {
    mkdirSync(images, { recursive: true });
    for (const file of drawn) copyFileSync(file, path.join(images, path.basename(file)));
  });
});
