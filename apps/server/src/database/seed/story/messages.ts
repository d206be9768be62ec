import type { DemoThread } from './thread-shapes.ts';
import { amaraThreads } from './threads/amara.ts';
import { garethThreads } from './threads/gareth.ts';
import { meilingThreads } from './threads/meiling.ts';
import { sunilThreads } from './threads/sunil.ts';

/** The conversations that are under way when the demo is first opened. */
export const THREADS: readonly DemoThread[] = [
  ...amaraThreads,
  ...garethThreads,
  ...meilingThreads,
  ...sunilThreads,
];
