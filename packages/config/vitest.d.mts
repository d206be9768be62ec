import type { ViteUserConfig } from 'vitest/config';

/** Vitest's configuration for packages that render in jsdom; `setupFiles` run before each test file. */
export function defineWebTests(options?: { setupFiles?: string[] }): ViteUserConfig;
