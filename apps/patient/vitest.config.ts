import { defineWebTests } from '@heldwell/config/vitest';
import { defineConfig } from 'vitest/config';

export default defineConfig(defineWebTests({ setupFiles: ['src/testing/setup.ts'] }));
