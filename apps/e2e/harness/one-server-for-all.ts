import { mkdirSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { chromiumPath, noChromium } from './chromium.ts';
import { Heldwell } from './heldwell.ts';
import { pictureFolder } from './pictures.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one server is that the journeys share. */
    heldwell: { folder: string; port: number };
  }
}

/** One server with the demo people for all journeys but those that kill theirs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  mkdirSync(pictureFolder, { recursive: true });
  if (!chromiumPath) {
    console.warn(noChromium);
    project.provide('heldwell', { folder: '', port: 0 });
    return undefined;
  }
  const heldwell = await Heldwell.start();
  project.provide('heldwell', { folder: heldwell.folder, port: heldwell.port });
  return () => heldwell.clear();
}
