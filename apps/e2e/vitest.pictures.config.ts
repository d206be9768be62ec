import { defineConfig } from 'vitest/config';

/** `pnpm pictures` draws the README's pictures anew; no part of the tests. */
export default defineConfig({
  test: {
    include: ['pictures/*.test.ts'],
    globalSetup: ['harness/one-server-for-all.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
