import react from '@vitejs/plugin-react';
import { messageCatalogues } from './catalogues.mjs';

/** Vitest's configuration for a package that renders: jsdom, compiled catalogues, London time, no retries. */
export function defineWebTests({ setupFiles = [] } = {}) {
  return {
    plugins: [messageCatalogues(), react()],
    test: {
      environment: 'jsdom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles,
      retry: 0,
      restoreMocks: true,
      env: { TZ: 'UTC' },
    },
  };
}
