import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { screenRoutes as carerRoutes } from '../../carer/src/app/route-manifest.ts';
import { screenRoutes as patientRoutes } from '../../patient/src/app/route-manifest.ts';
import { screenRoutes as professionalRoutes } from '../../professional/src/app/route-manifest.ts';
import { faultsOf, sidewaysFaults } from './accessibility.ts';
import { type Company, company, screens } from './company.ts';
import { journey } from './journey.ts';
import type { AppName, Person } from './person.ts';
import { addressOf, type Places, placesFor } from './places.ts';

type Who = AppName | 'officer' | 'administrator';

export interface Screen {
  path: string;
  signedIn: boolean;
}

const isDesk = ({ path }: Screen) => path.startsWith('/privacy');
const isOffice = ({ path }: Screen) => path.startsWith('/organisation');

/** Whose screens they are; a privacy officer has a part of the console to themself. */
export const apps: { who: Who; app: AppName; email: string; routes: Screen[] }[] = [
  {
    who: 'patient',
    app: 'patient',
    email: 'amara.nwosu@example.org',
    routes: patientRoutes.map(({ path, ...more }) => ({ path, signedIn: !('open' in more) })),
  },
  { who: 'carer', app: 'carer', email: 'chidi.nwosu@example.org', routes: [...carerRoutes] },
  {
    who: 'professional',
    app: 'professional',
    email: 'joan.whitlock@example.org',
    routes: professionalRoutes.filter((route) => !isDesk(route) && !isOffice(route)),
  },
  {
    who: 'officer',
    app: 'professional',
    email: 'daniel.osei@example.org',
    routes: professionalRoutes.filter(isDesk),
  },
  {
    who: 'administrator',
    app: 'professional',
    email: 'helen.marsh@example.org',
    routes: professionalRoutes.filter(isOffice),
  },
];

const nameOf: Record<Who, string> = {
  patient: 'patient app',
  carer: 'carer app',
  professional: 'professional app',
  officer: 'privacy officer',
  administrator: 'administrator',
};

const pseudo = () => localStorage.setItem('heldwell.language', 'pseudo');

export const pictureName = (path: string) => path.replace(/[/:]+/g, '-').replace(/^-/, '') || 'first';

/** A record has the same pages, with the same titles, as a team's patient and as shared with somebody. */
const withoutTeam = (url: string) => url.replace(/\/teams\/[^/]+\/patients\//, '/shared/');

/** The same person or nobody, twice: in English on two sizes of phone, and in longer words on the small one. */
interface Watchers {
  phone: Person;
  inLongerWords: Person;
}

async function watchersFor(people: Company, app: AppName, email?: string): Promise<Watchers> {
  const phone = await people.arrives({ app, on: 'phone' });
  if (email) await phone.signsIn(email);
  const storageState = await phone.context.storageState();
  const inLongerWords = await people.arrives({ app, on: 'small', storageState });
  await inLongerWords.context.addInitScript(pseudo);
  return { phone, inLongerWords };
}

/** Moves to the screen and looks at both sizes, opens it afresh in longer words, and says what is wrong with it. */
async function faultsAt(address: string, { phone, inLongerWords }: Watchers): Promise<string[]> {
  const inEnglish = async () => {
    await phone.page.setViewportSize(screens.phone.viewport);
    await phone.movesTo(address);
    const large = at('390 px', await faultsOf(phone.page));
    await phone.page.setViewportSize(screens.small.viewport);
    return [...large, ...at('320 px', await faultsOf(phone.page))];
  };
  const longer = async () => {
    await inLongerWords.goesTo(address);
    return at('320 px in longer words', await sidewaysFaults(inLongerWords.page));
  };
  return (await Promise.all([inEnglish(), longer()])).flat();
}

const at = (where: string, faults: readonly string[]) => faults.map((fault) => `at ${where}: ${fault}`);

interface Titled {
  /** The titles met so far, each with its screen's address. */
  titles: Map<string, string>;
  greets: boolean;
}

/** A screen is titled by its heading, and by no other screen's; two routes may lead to one, as where there is nothing to choose. */
async function titleFaults(page: Page, { titles, greets }: Titled): Promise<string[]> {
  const [title, heading] = [await page.title(), await page.locator('h1').first().textContent()];
  const url = withoutTeam(page.url());
  const other = titles.get(title) ?? url;
  titles.set(title, url);
  return [
    ...(other === url ? [] : [`“${title}” is also the title of ${other}`]),
    ...(greets || title.split(' – ')[0] === heading ? [] : [`“${heading}” is titled “${title}”`]),
  ];
}

/** Looks at every screen of an app: at 390 and 320 px, and in longer words. */
export function screensOf(name: Who): void {
  const { app, email, routes } = apps.find(({ who }) => who === name) as (typeof apps)[number];
  journey(`the screens of the ${nameOf[name]}`, () => {
    const people = company();
    const titles = new Map<string, string>();
    let inside: Watchers;
    let outside: Watchers;
    let places: Places;

    beforeAll(async () => {
      [inside, outside] = await Promise.all([watchersFor(people, app, email), watchersFor(people, app)]);
      places = { ...(await placesFor(inside.phone)), code: 'a-code-that-nobody-was-given' };
    });

    test.each(routes)('$path', async ({ path, signedIn }) => {
      const watchers = signedIn ? inside : outside;
      const found = await faultsAt(addressOf(path, places), watchers);
      await watchers.phone.keepsOneOfMany(`screens/${name}-${pictureName(path)}`);
      // The patient's home greets them.
      const greets = name === 'patient' && path === '/';
      found.push(...(await titleFaults(watchers.phone.page, { titles, greets })));
      expect(found).toEqual([]);
    });
  });
}
