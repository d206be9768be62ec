import type { Plugin, UserConfig } from 'vite';

/** The three apps, by the path they are served at. */
export type AppName = 'patient' | 'carer' | 'professional';

/** Vite's configuration of one app: React, catalogues, base path, manifest, a proxy to the API in development. */
export function defineAppConfig(options: { app: AppName }): UserConfig;

/** Compiles `*.messages.json` catalogues at build; throws with the file and id of a message that cannot be read. */
export function messageCatalogues(): Plugin;
