import { defineWebTests } from '@heldwell/config/vitest';

export default defineWebTests({ setupFiles: ['src/testing/setup.ts'] });
