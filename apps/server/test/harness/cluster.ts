declare module 'vitest' {
  export interface ProvidedContext {
    /** The superuser's address of the PostgreSQL of this run. */
    clusterUrl: string;
  }
}

/** The migrated database that is copied for each test file. */
export const TEMPLATE = 'heldwell_template';
/** The installation's secret in tests: the roles' passwords hang on it, so all copies have the same. */
export const TEST_SECRET = 'a secret for tests alone, of more than 32 characters';

/** The same server's address of another database. */
export function ownerUrlOf(clusterUrl: string, database: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${database}`;
  return url.href;
}
