import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql has two builds: without the alias Vite takes one for our code and Node the other for libraries.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    pool: 'forks',
    setupFiles: ['reflect-metadata'],
    globalSetup: ['test/global-setup.ts'],
    // Preparing a database and signing people in, on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
