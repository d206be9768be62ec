import { describe, expect, test } from 'vitest';
import { expectSound, faultsOf } from '../harness/accessibility.ts';
import { company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { addressOf, placesFor } from '../harness/places.ts';
import { apps, pictureName } from '../harness/screens.ts';

journey('the front page', () => {
  const people = company();
  test.each(['phone', 'small', 'desk'] as const)('on a %s', async (on) => {
    const person = await people.arrives({ app: 'patient', on });
    await person.follows('/');
    await expectSound(person);
    await people.leaves(person);
  });
});

describe.each([
  ['in the dark', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: 'active' }],
] as const)('%s', (name, preference) => {
  journey('nothing is lost', () => {
    const people = company();
    test.each(apps)('for the $who', async ({ who, app, email, routes }) => {
      const person = await people.arrives({ app, on: 'phone', ...preference });
      await person.signsIn(email);
      const places = await placesFor(person);
      const some = routes.filter(({ path }) =>
        /(:thread|:entry|sharing|^\/|:record|inbox|emergencies|freezes)$/.test(path),
      );
      const found: string[] = [];
      for (const { path } of some.filter(({ signedIn }) => signedIn)) {
        await person.movesTo(addressOf(path, places));
        await person.keepsOneOfMany(`${name.replaceAll(' ', '-')}/${who}-${pictureName(path)}`);
        found.push(...(await faultsOf(person.page)).map((line) => `${path}: ${line}`));
      }
      expect(found).toEqual([]);
      await people.leaves(person);
    });
  });
});
