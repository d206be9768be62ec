import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { messageCatalogues } from './catalogues.mjs';

/** Vitest's configuration for a package that renders: jsdom, compiled catalogues, London time, no retries. */
export function defineWebTests({ setupFiles = [] } = {}) {
  return {
    plugins: [messageCatalogues(), react()],
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: [fileURLToPath(new URL('./web-test-setup.mjs', import.meta.url)), ...setupFiles],
      // Files share what they import, which took longer than the tests; each clears away what it drew and kept.
      isolate: false,
      maxWorkers: 1,
      testTimeout: 30_000,
      retry: 0,
      restoreMocks: true,
      env: { TZ: 'UTC' },
    },
  };
}
