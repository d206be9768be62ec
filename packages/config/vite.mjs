import react from '@vitejs/plugin-react';
import { messageCatalogues } from './catalogues.mjs';

export { messageCatalogues } from './catalogues.mjs';

const apiOrigin = process.env.HELDWELL_API ?? 'http://localhost:4000';

/** Vite's configuration for one of the three apps; `extra` is merged on top by the caller's own mergeConfig. */
export function defineAppConfig({ app }) {
  return {
    base: `/${app}/`,
    plugins: [messageCatalogues(), react()],
    define: { __HELDWELL_APP__: JSON.stringify(app) },
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
