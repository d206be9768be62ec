import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds against WCAG 2.2 A and AA and against good practice; one line for each, with the elements. */
async function axeFindings(page: Page): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (rules) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values: rules },
        resultTypes: ['violations'],
        // Nothing comes from elsewhere that would have to be fetched first.
        preload: false,
        elementRef: false,
      }) as Promise<AxeResults>,
    RULES,
  );
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** How far the page can be pushed sideways, in CSS pixels. */
function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** What is wrong with a page as it is, one line for each: what axe finds, what stands out to the right, its headings. */
export async function faultsOf(page: Page): Promise<string[]> {
  const headings = await page.locator('h1').count();
  return [
    ...(await axeFindings(page)),
    ...(await sidewaysFaults(page)),
    ...(headings === 1 ? [] : [`${headings} h1`]),
  ];
}

/** Nothing is wrong with the page that is open. */
export async function expectSound({ page }: { page: Page }): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
}

/** How far the page can be pushed sideways and what stands out, as a line; none where it stays. */
export async function sidewaysFaults(page: Page): Promise<string[]> {
  const pixels = await sidewaysScroll(page);
  return pixels === 0 ? [] : [`scrolls sideways by ${pixels} px: ${(await standingOut(page)).join(', ')}`];
}

/** What stands out of the window to the right: one line for each element, the outermost only. */
function standingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.body.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.right > width + 1 && !element.closest('.hw-scroll');
    });
    return out
      .filter((element) => !out.includes(element.parentElement as Element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
}
