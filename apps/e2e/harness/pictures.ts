import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where the pictures of a run are. */
export const pictureFolder = fileURLToPath(new URL('../screenshots', import.meta.url));

/**
 * Keeps how the page looks now; `name` is the file's, such as `walking-record/03-results`. A `whole` page is drawn in a
 * window of its height, so that what is fixed to the window's edge does not lie across the middle.
 */
export async function keepPicture(page: Page, name: string, { whole = true } = {}): Promise<void> {
  const window = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const grows = whole && window !== null && height > window.height;
  if (grows) await page.setViewportSize({ width: window.width, height });
  await page.screenshot({
    path: path.join(pictureFolder, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
  if (grows) await page.setViewportSize(window);
}

/** One of the pictures of every screen in every state and look, kept where `PICTURES=all`: drawing them all takes minutes. */
export async function keepOneOfMany(page: Page, name: string, options?: { whole?: boolean }): Promise<void> {
  if (process.env.PICTURES === 'all') await keepPicture(page, name, options);
}
