import { defineWebTests } from '@heldwell/config/vitest';
import { defineConfig, mergeConfig } from 'vitest/config';

export default defineConfig(
  mergeConfig(defineWebTests({ setupFiles: ['src/testing/setup.ts'] }), { test: { testTimeout: 20_000 } }),
);
