import { generateKeyPairSync } from 'node:crypto';
import { demoNational } from '../../src/api/sign-in-providers.ts';
import { SIGN_IN_CAST } from '../../src/database/seed/story/sign-in-cast.ts';
import { demoIssuers, fetchWithin } from '../../src/features/demo-sign-in/index.ts';
import type { ProviderSettings } from '../../src/platform/provider-settings.ts';
import type { TestDatabase } from './a-database.ts';
import { aServer, type TestServer } from './a-server.ts';
import { RedirectingBrowser } from './redirecting-browser.ts';

export const PUBLIC_URL = 'http://localhost:4000';
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A server with the demo's stand-ins as its sign-in providers, and what else is chosen. */
export async function aSignInServer(
  db?: TestDatabase,
  chosen: Partial<ProviderSettings> = {},
): Promise<TestServer & { browser(): RedirectingBrowser }> {
  const server = await aServer(db, {
    demo: true,
    cast: SIGN_IN_CAST,
    providers: (url) => ({
      publicUrl: PUBLIC_URL,
      national: demoNational(PUBLIC_URL),
      keys: [privateKey],
      demoIssuers: demoIssuers(PUBLIC_URL),
      fetch: fetchWithin(PUBLIC_URL, url),
      ...chosen,
    }),
  });
  return { ...server, browser: () => new RedirectingBrowser({ url: server.url, publicUrl: PUBLIC_URL }) };
}
