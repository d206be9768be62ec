import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
];

/** The browser on this machine; `undefined` where there is none. */
export const chromiumPath = PLACES.find((place) => place && existsSync(place));

/** Why nothing runs, in the words of the report. */
export const noChromium = 'skipped: no Chromium was found; set CHROMIUM_PATH';

let open: Promise<Browser> | undefined;

/** The one browser of this process, for all its files; it ends with the process. */
export async function theBrowser(): Promise<Browser> {
  if (!(await open?.catch(() => undefined))?.isConnected()) open = openChromium();
  return open as Promise<Browser>;
}

/** Starts the browser, without anything it would do on the network by itself. */
function openChromium(): Promise<Browser> {
  if (!chromiumPath) throw new Error(noChromium);
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}
