import { defineConfig } from 'vitest/config';

const shared = {
  pool: 'forks' as const,
  setupFiles: ['test/setup.ts'],
  // Preparing a database and signing people in, on a busy machine.
  testTimeout: 60_000,
  hookTimeout: 90_000,
  // Files share what they import, which took longer than the tests; each closes what it opened.
  isolate: false,
  maxWorkers: 1,
};

// graphql has two builds: without the alias Vite takes one for our code and Node the other for libraries.
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** What is held to milliseconds: run by itself, when nothing else is. */
const timed = 'src/**/*.timed.test.ts';

/** What asks everything as everybody: a third of the time of all, so it runs beside the others. */
const matrix = ['test/access/matrix.test.ts', 'test/access/seen-by.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/global-setup.ts'],
    projects: [
      { resolve, test: { ...shared, name: 'timed', include: [timed], sequence: { groupOrder: 0 } } },
      {
        resolve,
        test: {
          ...shared,
          name: 'free',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: [timed, ...matrix],
          sequence: { groupOrder: 1 },
        },
      },
      { resolve, test: { ...shared, name: 'matrix', include: matrix, sequence: { groupOrder: 2 } } },
    ],
  },
});
