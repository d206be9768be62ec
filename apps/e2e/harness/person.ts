import type { BrowserContext, Locator, Page } from 'playwright-core';
import { keepOneOfMany, keepPicture } from './pictures.ts';
import type { Watch } from './watch.ts';

export type AppName = 'patient' | 'carer' | 'professional';

/** The password of every demo person. */
export const demoPassword = 'heldwell-demo-2026';

interface Made {
  app: AppName;
  origin: string;
  context: BrowserContext;
  page: Page;
  watched: Watch;
}

/** Somebody at a browser, in one of the apps. The methods say what they do and see, and wait until it is so. */
export class Person {
  readonly app: AppName;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watched: Watch;
  private readonly origin: string;

  constructor({ app, origin, context, page, watched }: Made) {
    this.app = app;
    this.origin = origin;
    this.context = context;
    this.page = page;
    this.watched = watched;
  }

  /** Types an address of the app, such as "/sharing", and waits for its screen. */
  async goesTo(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/${this.app}${path}`);
    await this.isSettled();
  }

  /** Follows a link from elsewhere, such as an invitation. */
  async follows(link: string): Promise<void> {
    await this.page.goto(new URL(link, this.origin).href);
    await this.isSettled();
  }

  async signsIn(email: string, password = demoPassword): Promise<void> {
    await this.goesTo('/sign-in');
    await this.writes('E-mail address', email);
    await this.writes('Password', password);
    await this.presses('Sign in');
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await this.isSettled();
  }

  /** A link by its words; the first where there are several. */
  async opens(words: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: words }).filter({ visible: true }).first().click();
    await this.isSettled();
  }

  async presses(words: string | RegExp): Promise<void> {
    await this.button(words).click();
  }

  button(words: string | RegExp): Locator {
    const exact = typeof words === 'string';
    return this.page.getByRole('button', { name: words, exact }).filter({ visible: true }).first();
  }

  async writes(field: string, words: string): Promise<void> {
    await this.page.getByLabel(field, { exact: true }).fill(words);
  }

  async ticks(choice: string): Promise<void> {
    await this.page.getByLabel(choice, { exact: true }).check();
  }

  async unticks(choice: string): Promise<void> {
    await this.page.getByLabel(choice, { exact: true }).uncheck();
  }

  /** Waits until these words are on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.words(words).waitFor();
  }

  /** Waits until these words are nowhere on the page. */
  async nolongerSees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor({ state: 'detached' });
  }

  async seesNow(words: string | RegExp): Promise<boolean> {
    return this.words(words).isVisible();
  }

  words(words: string | RegExp): Locator {
    return this.page.getByText(words).filter({ visible: true }).first();
  }

  /** Waits for the heading of a screen. */
  async isAt(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await this.isSettled();
  }

  /** Waits until the screen has its heading and nothing on it is still being loaded. */
  async isSettled(): Promise<void> {
    await this.page.waitForFunction(
      () => document.querySelector('h1') !== null && document.querySelector('.hw-loading') === null,
    );
  }

  /**
   * Moves inside the app, as following a link does: what was loaded stays. An address whose screen keeps the heading of the
   * last one is loaded afresh, since nothing tells when it is there.
   */
  async movesTo(path: string): Promise<void> {
    const address = `/${this.app}${path}`;
    const now = this.page.url();
    if (now === this.origin + address || !now.startsWith(`${this.origin}/${this.app}`))
      return this.goesTo(path);
    await this.page.evaluate((next) => {
      document.querySelector('h1')?.setAttribute('data-left', '');
      history.pushState({}, '', next);
      dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, address);
    const arrived = this.page.locator('h1:not([data-left])').first().waitFor({ timeout: 2_000 });
    await arrived.then(
      () => this.isSettled(),
      () => this.goesTo(path),
    );
  }

  /** Asks the API as this person does from the page. */
  async asks<Data>(query: string, variables: object = {}): Promise<Data> {
    const answer = await this.page.evaluate(
      async ([app, body]) => {
        const headers = { 'content-type': 'application/json', 'x-heldwell-app': app, 'x-journey': 'asks' };
        const response = await fetch('/graphql', { method: 'POST', headers, body });
        return (await response.json()) as { data: unknown; errors?: unknown };
      },
      [this.app, JSON.stringify({ query, variables })] as const,
    );
    if (answer.errors) throw new Error(`The API answered ${JSON.stringify(answer.errors)}`);
    return answer.data as Data;
  }

  async keepsPicture(name: string, options?: { whole?: boolean }): Promise<void> {
    await keepPicture(this.page, name, options);
  }

  async keepsOneOfMany(name: string, options?: { whole?: boolean }): Promise<void> {
    await keepOneOfMany(this.page, name, options);
  }
}
