import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../toolchain/root.mjs';

/** Every workspace that has tests for vitest. */
export function vitestSuites() {
  const workspaces = ['apps', 'packages'].flatMap((group) =>
    readdirSync(path.join(ROOT, group)).map((name) => ({
      name: `${group}/${name}`,
      folder: path.join(ROOT, group, name),
    })),
  );
  return workspaces.filter(({ folder }) =>
    ['ts', 'mts', 'mjs'].some((end) => existsSync(path.join(folder, `vitest.config.${end}`))),
  );
}

const CHROMIUM = [
  process.env.CHROMIUM_PATH,
  // Without the window that a browser draws around pages: the journeys take two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser for the journeys, `undefined` when the machine has none. */
export const findChromium = () => CHROMIUM.find((program) => program && existsSync(program));
