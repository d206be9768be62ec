import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { chromiumPath, noChromium } from './chromium.ts';
import { copyData, Heldwell } from './heldwell.ts';
import { pictureFolder } from './pictures.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the one server is that the journeys share. */
    heldwell: { folder: string; port: number };
    /** Data as after the first start, for a server of a journey's own. */
    freshData: string;
  }
}

/** One server with the demo people for all journeys but those that kill theirs. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  mkdirSync(pictureFolder, { recursive: true });
  if (!chromiumPath) {
    console.warn(noChromium);
    project.provide('heldwell', { folder: '', port: 0 });
    project.provide('freshData', '');
    return undefined;
  }
  const heldwell = await Heldwell.start();
  const freshData = await keepFreshData(heldwell);
  project.provide('heldwell', { folder: heldwell.folder, port: heldwell.port });
  project.provide('freshData', freshData);
  return async () => {
    await heldwell.clear();
    rmSync(freshData, { recursive: true, force: true });
  };
}

/** Copies the data while the server is stopped: telling the demo story again would take longer than a journey. */
async function keepFreshData(heldwell: Heldwell): Promise<string> {
  const copy = mkdtempSync(path.join(tmpdir(), 'heldwell-fresh-'));
  await heldwell.rest();
  copyData(heldwell.folder, copy);
  await heldwell.start();
  return copy;
}
