import { describe } from 'vitest';
import { chromiumPath, noChromium } from './chromium.ts';

/** A group of tests that need a browser; where there is none its name says why it is skipped. */
export function journey(name: string, tests: () => void): void {
  if (chromiumPath) describe(name, tests);
  else describe.skip(`${name} (${noChromium})`, tests);
}
