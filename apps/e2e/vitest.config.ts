import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['journeys/**/*.journey.test.ts'],
    globalSetup: ['harness/one-server-for-all.ts'],
    pool: 'forks',
    // Two cores, two browsers; each file has demo people of its own, so that none meets what another changes.
    maxWorkers: 2,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
