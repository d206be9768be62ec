import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { theBrowser } from './chromium.ts';
import { Heldwell } from './heldwell.ts';
import { type AppName, Person } from './person.ts';
import { watch } from './watch.ts';

/** What somebody holds in their hands: a phone of 390 px, a small one of 320 px, or a desk with 1,280 px. */
export const screens = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  small: { viewport: { width: 320, height: 700 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;

type Arrival = BrowserContextOptions & { app: AppName; on?: keyof typeof screens };

/** The people of one test file, each with a browser context of their own, in one browser. */
export interface Company {
  readonly heldwell: Heldwell;
  /** Somebody new opens one of the apps; on a phone, staff at a desk, unless told. */
  arrives(how: Arrival): Promise<Person>;
  /** They close their browser; what it did is looked at once more. */
  leaves(person: Person): Promise<void>;
}

/** Watches everybody who came, and after each test fails it when a browser did what it should not. */
export function company(ownServer?: () => Heldwell): Company {
  let browser: Browser;
  const present = new Set<Person>();
  const shared = inject('heldwell');
  const heldwell = () => ownServer?.() ?? Heldwell.at(shared.folder, shared.port);
  const lookAt = (person: Person) => expect(person.watched.complaints()).toEqual([]);
  beforeAll(async () => {
    browser = await theBrowser();
  });
  afterEach(() => {
    for (const person of present) lookAt(person);
  });
  afterAll(async () => {
    for (const { context } of present) await context.close();
  });
  return {
    get heldwell() {
      return heldwell();
    },
    arrives: async ({ app, on = app === 'professional' ? 'desk' : 'phone', ...options }) => {
      const { origin } = heldwell();
      const context = await browser.newContext({
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
        ...screens[on],
        ...options,
      });
      context.setDefaultTimeout(30_000);
      const watched = watch(context, origin);
      const page = await context.newPage();
      const person = new Person({ app, origin, context, page, watched });
      present.add(person);
      return person;
    },
    leaves: async (person) => {
      present.delete(person);
      await person.context.close();
      lookAt(person);
    },
  };
}
