import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['journeys/**/*.journey.test.ts'],
    globalSetup: ['harness/one-server-for-all.ts'],
    pool: 'forks',
    // One at a time: what a journey measures in seconds has both cores for the server and the browser.
    maxWorkers: 1,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
