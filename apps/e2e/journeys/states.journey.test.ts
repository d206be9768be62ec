import { beforeAll, expect, test } from 'vitest';
import { screenRoutes as carerRoutes } from '../../carer/src/app/route-manifest.ts';
import { screenRoutes as patientRoutes } from '../../patient/src/app/route-manifest.ts';
import { screenRoutes as professionalRoutes } from '../../professional/src/app/route-manifest.ts';
import { expectSound } from '../harness/accessibility.ts';
import { type Company, company } from '../harness/company.ts';
import { journey } from '../harness/journey.ts';
import { bareBundle } from '../harness/own-bundle.ts';
import type { AppName, Person } from '../harness/person.ts';
import { addressOf, type Places, placesFor } from '../harness/places.ts';
import { importedRecord, invitationOf } from '../harness/printed.ts';
import { SILENT } from '../harness/silent-screens.ts';

/** What the frame of an app asks; without its answer no screen is reached. */
const FRAME = ['Viewer', 'CarerViewer', 'Person', 'ProfessionalViewer', 'TeamCounts', 'RecordShell'];
const failsOnPurpose = /status of 500|ERR_INTERNET_DISCONNECTED|WebSocket connection/;

const asking = (routes: readonly { path: string; signedIn?: boolean; open?: boolean }[]) =>
  routes.filter(({ signedIn, open }) => signedIn !== false && !open).map(({ path }) => path);

const isDesk = (path: string) => path.startsWith('/privacy');
const isOffice = (path: string) => path.startsWith('/organisation');

const apps: { who?: string; app: AppName; email: string; paths: string[]; frames: string[] }[] = [
  {
    app: 'patient',
    email: 'meiling.carter@example.org',
    paths: ['/', ...without(asking(patientRoutes))],
    frames: ['/invitation/a-code', '/join/a-code'],
  },
  {
    app: 'carer',
    email: 'rhian.pritchard@example.org',
    paths: without(asking(carerRoutes)),
    frames: ['/', '/invitation/a-code'],
  },
  {
    app: 'professional',
    email: 'kwame.asante@example.org',
    paths: without(asking(professionalRoutes)).filter((path) => !isDesk(path) && !isOffice(path)),
    frames: ['/'],
  },
  {
    who: 'privacy officer’s desk',
    app: 'professional',
    email: 'paula.reid@example.org',
    paths: without(asking(professionalRoutes)).filter(isDesk),
    frames: ['/privacy'],
  },
  {
    who: 'administrator’s console',
    app: 'professional',
    email: 'helen.marsh@example.org',
    paths: without(asking(professionalRoutes)).filter(isOffice),
    frames: ['/organisation'],
  },
];

function without(paths: string[]): string[] {
  return paths.filter((path) => !SILENT.includes(path));
}

/** Answers every question of a screen, but not those of the frame, with 500. */
async function breakAnswers({ page }: Person, frame: readonly string[] = FRAME): Promise<void> {
  await page.route('**/graphql', async (route) => {
    const { operationName } = route.request().postDataJSON() as { operationName: string };
    if (frame.includes(operationName)) await route.continue();
    else await route.fulfill({ status: 500, json: { errors: [{ message: 'Something went wrong.' }] } });
  });
}

for (const { who, app, email, paths, frames } of apps) {
  journey(`the ${who ?? `${app} app`} when it cannot answer`, () => {
    const people = company();
    let person: Person;
    let places: Places;

    beforeAll(async () => {
      person = await people.arrives({ app, on: 'phone', serviceWorkers: 'block' });
      person.watched.expecting(failsOnPurpose);
      await person.signsIn(email);
      places = await placesFor(person);
      await breakAnswers(person);
      // Afresh: nothing that signing in has loaded is at hand.
      await person.goesTo('/nothing-here');
    });

    async function saysSoOnce(path: string): Promise<void> {
      await person.button('Try again').waitFor();
      expect(await person.page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
      await person.sees('There is a problem');
      await expectSound(person);
      await person.keepsOneOfMany(`states/broken-${app}${path.replace(/[/:]+/g, '-')}`, { whole: false });
      await person.presses('Try again');
      await person.sees('There is still a problem');
    }

    test.each(paths)('%s says so, once, and offers to try again', async (path) => {
      // By way of a screen that asks nothing: two that ask the same would go on from one failure.
      await person.movesTo('/nothing-here');
      await person.movesTo(addressOf(path, places));
      await saysSoOnce(path);
    });

    test('without a line a screen says that too, and comes back by itself', async () => {
      await person.page.unroute('**/graphql');
      const path = addressOf(paths.at(1) ?? '/', places);
      await person.goesTo(path);
      const heading = await person.page.locator('h1').textContent();
      await person.context.setOffline(true);
      await person.sees(/^You are offline/);
      await expectSound(person);
      await person.context.setOffline(false);
      await person.words(/^You are offline/).waitFor({ state: 'detached' });
      expect(await person.page.locator('h1').textContent()).toBe(heading);
    });

    test('it says so too where nothing at all is answered', async () => {
      await breakAnswers(person, []);
      const record = places.record
        ? [`/${app === 'carer' ? 'people' : `teams/${places.team}/patients`}/${places.record}`]
        : [];
      const opensAfresh = async (path: string) => {
        await person.goesTo(addressOf(path, places));
        await saysSoOnce(path);
      };
      for (const path of frames) await opensAfresh(path);
      if (app === 'patient') return;
      await person.page.unroute('**/graphql');
      await breakAnswers(person, ['CarerViewer', 'ProfessionalViewer', 'TeamCounts']);
      for (const path of record) await opensAfresh(path);
    });
  });
}

/** Somebody new takes up a record with nothing in it. */
async function newcomer(people: Company): Promise<Person> {
  const { heldwell } = people;
  const file = bareBundle(heldwell.folder, { number: 'empty-1', given: 'Kim', family: 'Test' });
  const from = ['--organisation', 'RTE', '--name', 'Riverside Test Exchange'];
  const record = importedRecord(await heldwell.run('import:fhir', file, ...from));
  const words = ['--email', 'kim.test@example.org', '--checked-by', 'Tom Bell'];
  const person = await people.arrives({ app: 'patient' });
  await person.follows(invitationOf(await heldwell.run('invite', '--record', record, ...words)));
  await expectSound(person);
  await person.presses('Create a sign-in');
  await person.writes('Choose a password', 'three words together');
  await person.presses('Accept the invitation');
  await person.isAt(/^Welcome/);
  return person;
}

journey('a record with nothing in it', () => {
  const people = company();
  let patient: Person;
  let record: string;

  beforeAll(async () => {
    patient = await newcomer(people);
    const answer = await patient.asks<{ viewer: { record: { id: string } } }>('{ viewer { record { id } } }');
    record = answer.viewer.record.id;
  });

  test.each([
    ['/', 'Get started'],
    ['/messages', 'No messages yet'],
    ['/diary', 'You have no appointments coming up'],
    ['/record', 'There is nothing in your record yet'],
    ['/record/timeline', 'Nothing here yet'],
    ['/record/results', 'Nothing here yet'],
    ['/record/kind/medicine', 'Nothing here yet'],
    ['/notices', 'You have taken up your record. From now on you decide who can see it.'],
    ['/sharing', 'You share with no team yet'],
    ['/sharing/history', 'Nothing has been shared yet'],
    ['/record/entry/none', 'This is not here'],
    ['/messages/none', 'This discussion is not here'],
    ['/sharing/change/none', 'This is not shared any more'],
    ['/nothing-here', 'Page not found'],
  ])('%s says “%s”', async (path, words) => {
    await patient.movesTo(path);
    await patient.sees(words);
    await expectSound(patient);
    await patient.keepsOneOfMany(`states/empty-patient${path.replaceAll('/', '-')}`, { whole: false });
  });

  test('is not there for those it was not shared with, nor is what does not exist', async () => {
    const professional = await people.arrives({ app: 'professional' });
    await professional.signsIn('priya.shah@example.org');
    const { team = '' } = await placesFor(professional);
    const seen: string[] = [];
    for (const id of [record, 'none']) {
      await professional.goesTo(`/teams/${team}/patients/${id}`);
      await professional.sees('We cannot show this record');
      seen.push((await professional.page.locator('main').textContent()) ?? '');
      await expectSound(professional);
    }
    expect(seen[0]).toBe(seen[1]);
    await professional.keepsPicture('states/denied-professional', { whole: false });
    await people.leaves(professional);
  });

  test('closes for a team at once when sharing with it stops', async () => {
    const professional = await people.arrives({ app: 'professional' });
    await professional.signsIn('priya.shah@example.org');
    const { team = '' } = await placesFor(professional);
    await patient.goesTo('/sharing/team');
    await patient.ticks('Northgate Diabetes Clinic');
    await patient.presses('Share');
    await patient.sees(/^Northgate Diabetes Clinic can now see/);
    await professional.goesTo(`/teams/${team}/patients/${record}`);
    await professional.sees('Nothing to summarise yet');
    await expectSound(professional);
    await patient.presses(/^Stop sharing/);
    await patient.presses('Yes, stop sharing');
    await professional.isAt('Access to this record has ended');
    await expectSound(professional);
    await professional.keepsPicture('states/ended-professional', { whole: false });
    await people.leaves(professional);
  });
});
