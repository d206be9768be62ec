import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Person } from './person.ts';

const MOST_STOPS = 120;

/** Somebody without a pointer: every stop on the way must show where it is, and lie in view. */
export class Keyboard {
  readonly person: Person;
  private readonly page: Page;

  constructor(person: Person) {
    this.person = person;
    this.page = person.page;
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key);
  }

  type(words: string): Promise<void> {
    return this.page.keyboard.type(words);
  }

  /** Goes on with Tab until this has focus. */
  async tabsTo(target: Locator): Promise<void> {
    const wanted = await target.first().elementHandle();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await this.press('Tab');
      expect(await this.page.evaluate(focusFault)).toBe(null);
      if (await this.page.evaluate((element) => document.activeElement === element, wanted)) return;
    }
    throw new Error(`${String(target)} is not reached with the Tab key.`);
  }

  /** Tabs to a link and follows it. */
  async follows(words: string | RegExp): Promise<void> {
    await this.tabsTo(this.page.getByRole('link', { name: words }).filter({ visible: true }));
    await this.press('Enter');
    await this.person.isSettled();
  }

  /** Tabs to a button and presses it. */
  async presses(words: string | RegExp): Promise<void> {
    await this.tabsTo(this.person.button(words));
    await this.press('Enter');
  }

  /** Tabs to a field and types. */
  async writes(field: string, words: string): Promise<void> {
    await this.tabsTo(this.page.getByLabel(field, { exact: true }));
    await this.type(words);
  }

  async signsIn(email: string, password: string): Promise<void> {
    await this.person.goesTo('/sign-in');
    await this.writes('E-mail address', email);
    await this.writes('Password', password);
    await this.press('Enter');
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
    await this.person.isSettled();
  }
}

/** What is wrong with where focus is; null when it is shown and in view. Runs in the page. */
function focusFault(): string | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = `${element.tagName.toLowerCase()} “${element.textContent?.trim().slice(0, 40)}”`;
  const isChoice = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type);
  const label = isChoice ? element.labels?.[0] : undefined;
  const looks = [
    getComputedStyle(element),
    ...(label ? [getComputedStyle(label, '::before'), getComputedStyle(label)] : []),
  ];
  const shows = ({ outlineStyle, outlineWidth, boxShadow }: CSSStyleDeclaration) =>
    (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  if (!looks.some(shows)) return `${name} does not show its focus`;
  const { left, top, width, height } = element.getBoundingClientRect();
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.1, 0.9].map((y) => [left + width * x, top + height * y] as const),
  );
  const isSeen = points.some(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return (
      hit !== null && (element.contains(hit) || hit.contains(element) || (label?.contains(hit) ?? false))
    );
  });
  return isSeen ? null : `${name} has focus where it cannot be seen`;
}
