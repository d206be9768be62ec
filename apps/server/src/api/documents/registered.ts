import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AppName } from '../../platform/opened-session.ts';

/** One line of the register: an operation that the apps send. */
export interface RegisteredDocument {
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  apps: AppName[];
  /** From `canonicalHash`. */
  sha256: string;
}

/** Where the register lies; the same path from `src` and from `dist`. */
export const REGISTER = fileURLToPath(
  new URL('../../../../../packages/schema/registered-documents.json', import.meta.url),
);

/** The documents that sessions of the apps may send, by app and canonical hash. */
export class Register {
  private readonly known: ReadonlySet<string>;

  constructor(documents: readonly RegisteredDocument[]) {
    this.known = new Set(documents.flatMap(({ apps, sha256 }) => apps.map((app) => `${app} ${sha256}`)));
  }

  /** The register that is checked in. */
  static read(): Register {
    return new Register(JSON.parse(readFileSync(REGISTER, 'utf8')) as RegisteredDocument[]);
  }

  has(app: AppName | null, sha256: string): boolean {
    return app !== null && this.known.has(`${app} ${sha256}`);
  }
}
