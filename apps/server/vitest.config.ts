import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql has two builds: without the alias Vite takes one for our code and Node the other for libraries.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    // Files share what they import, which took longer than the tests; each opens, and closes, what it needs itself.
    isolate: false,
    maxWorkers: 1,
    setupFiles: ['test/setup.ts'],
    globalSetup: ['test/global-setup.ts'],
    // Preparing a database and signing people in, on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
