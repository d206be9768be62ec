import { BOUNDS, type Bounds } from '../../src/api/documents/limits.ts';
import { type RunningServer, startServer } from '../../src/api/server.ts';
import type { DemoCast } from '../../src/features/demo-sign-in/index.ts';
import { emailHash, startSession } from '../../src/features/sign-in/index.ts';
import { asSystem } from '../../src/platform/as-system.ts';
import type { AppName } from '../../src/platform/opened-session.ts';
import type { ProviderSettings } from '../../src/platform/provider-settings.ts';
import { aDatabase, type TestDatabase } from './a-database.ts';
import { afterFile } from './after-file.ts';
import { AppClient } from './app-client.ts';

/** The real server on a port of its own, over a database of the test file's own. */
export interface TestServer {
  db: TestDatabase;
  url: string;
  /** A client of one app, signed in as the person of this e-mail, who must exist. */
  asPerson(email: string, app: AppName): Promise<AppClient>;
  /** A client that nobody is signed in with. */
  asNobody(app: AppName): AppClient;
  close(): Promise<void>;
}

interface ServerChoice {
  demo?: boolean;
  freeQueries?: boolean;
  bounds?: Bounds;
  cast?: DemoCast;
  /** How people sign in through others; it is told where the server listens. */
  providers?: (url: () => string) => ProviderSettings;
}

/** For walks over the schema, which ask for everything at once. */
export const NO_BOUNDS = Object.fromEntries(
  Object.keys(BOUNDS).map((name) => [name, Number.MAX_SAFE_INTEGER]),
) as unknown as Bounds;

/**
 * Starts a server; it closes by itself after the test file. With `demo` it shows the demo's mailbox. Tests ask freely, as
 * `ALLOW_FREE_QUERIES=1` lets people do, unless they say otherwise.
 */
export async function aServer(
  db?: TestDatabase,
  { demo = false, freeQueries = true, bounds = BOUNDS, cast, providers }: ServerChoice = {},
): Promise<TestServer> {
  const database = db ?? (await aDatabase());
  const running: RunningServer = await startServer({
    services: { ...database.services, ...(providers && { providers: providers(() => url) }) },
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost:4000',
    freeQueries,
    bounds,
    demo,
    ...(cast && { cast }),
  });
  const url: string = `http://127.0.0.1:${running.port}`;
  const clients: AppClient[] = [];
  const client = (app: AppName, token: string | null) => {
    const made = new AppClient({ url, app, token });
    clients.push(made);
    return made;
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= Promise.all(clients.map((each) => each.close())).then(() => running.close());
    return closing;
  };
  afterFile(close);
  return {
    db: database,
    url,
    asNobody: (app) => client(app, null),
    asPerson: async (email, app) => client(app, await sessionOf(database, email, app)),
    close,
  };
}

/** A session without the password's hundred milliseconds; signing in itself has tests of its own. */
async function sessionOf(db: TestDatabase, email: string, app: AppName): Promise<string> {
  const [person] = await db.rows<{ id: string }>('select id from heldwell.person where email_hash = $1', [
    emailHash(db.sealing, email),
  ]);
  if (!person) throw new Error(`There is no person ${email}.`);
  return asSystem(db.services.database, 'a test signs in', (manager) =>
    startSession(manager, person.id, app),
  );
}
