import { defineConfig } from 'vitest/config';

const shared = {
  pool: 'forks',
  retry: 0,
  // Files share what they import: Playwright and axe took two seconds of each.
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
} as const;

/** Journeys that hold something to seconds. */
const timed = ['journeys/walking-record.journey.test.ts', 'journeys/resilience.journey.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['harness/one-server-for-all.ts'],
    projects: [
      {
        // One at a time: what is measured has both cores for the server and the browser.
        test: { ...shared, name: 'timed', include: timed, maxWorkers: 1, sequence: { groupOrder: 0 } },
      },
      {
        test: {
          ...shared,
          name: 'free',
          include: ['journeys/*.journey.test.ts'],
          exclude: timed,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
