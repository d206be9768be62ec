import type { Plugin } from 'vite';

/** Vite plugin: writes `check-my-log.html` beside the app, to be downloaded and used without it. */
export function logChecker(): Plugin;
