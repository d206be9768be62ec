import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['journeys/**/*.journey.test.ts'],
    globalSetup: ['harness/one-server-for-all.ts'],
    pool: 'forks',
    // One browser at a time: what is measured in seconds is not measured while another browser takes both cores.
    fileParallelism: false,
    retry: 0,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
});
