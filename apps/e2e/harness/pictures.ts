import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where the pictures of a run are. */
export const pictureFolder = fileURLToPath(new URL('../screenshots', import.meta.url));

/** Keeps how the page looks now; `name` is the file's, such as `walking-record/03-results`. */
export async function keepPicture(page: Page, name: string, { whole = true } = {}): Promise<void> {
  await page.screenshot({
    path: path.join(pictureFolder, `${name}.png`),
    fullPage: whole,
    animations: 'disabled',
    caret: 'hide',
  });
}
