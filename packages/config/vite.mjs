import react from '@vitejs/plugin-react';
import { messageCatalogues } from './catalogues.mjs';
import { precompress } from './precompress.mjs';

export { messageCatalogues } from './catalogues.mjs';

const apiOrigin = 'http://localhost:4000';

/** Vite's configuration for one of the three apps. To add to it, use Vite's mergeConfig. */
export function defineAppConfig({ app }) {
  return {
    base: `/${app}/`,
    plugins: [messageCatalogues(), react(), precompress()],
    css: { lightningcss: { errorRecovery: true } },
    server: {
      proxy: {
        '/graphql': { target: apiOrigin, ws: true },
        '/health': { target: apiOrigin },
      },
    },
    build: {
      manifest: true,
      sourcemap: false,
      target: ['chrome100', 'safari15.4', 'firefox100'],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 450,
    },
  };
}
