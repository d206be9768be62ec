import pg from 'pg';
import { Register } from '../../src/api/documents/registered.ts';
import { Vetting } from '../../src/api/documents/vetting.ts';
import { Executor } from '../../src/api/execute.ts';
import { newHttpServer } from '../../src/api/http.ts';
import { buildBareSchema } from '../../src/api/schema.ts';
import { Turns } from '../../src/api/turns.ts';
import { aDatabase, type TestDatabase } from '../harness/a-database.ts';
import { aServer, NO_BOUNDS } from '../harness/a-server.ts';
import { afterFile } from '../harness/after-file.ts';
import { AppClient } from '../harness/app-client.ts';
import type { Operation } from './operations.ts';
import { takeOutHidden } from './twins.ts';
import { VIEWERS, type Viewer } from './viewers.ts';
import type { World } from './world.ts';

/** A server over a copy of the world, asked by everybody in it. */
export class Stage {
  private readonly clients: ReadonlyMap<string, AppClient>;
  private readonly remover: pg.Pool;
  readonly db: TestDatabase;

  constructor(world: World, db: TestDatabase, url: string) {
    this.db = db;
    this.remover = aRemover(db);
    this.clients = new Map(
      VIEWERS.map((viewer) => [
        viewer.key,
        new AppClient({ url, app: viewer.app ?? 'PATIENT', token: world.tokens.get(viewer.key) ?? null }),
      ]),
    );
  }

  /** The bytes of an answer. */
  async ask(viewer: Viewer, operation: Pick<Operation, 'text'>, variables: object): Promise<string> {
    const client = this.clients.get(viewer.key) as AppClient;
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.text, variables }),
    });
    return response.text();
  }

  /** What the address of a file answers. */
  async file(viewer: Viewer, id: string): Promise<{ status: number; text: string }> {
    const app = (viewer.app ?? 'PATIENT').toLowerCase();
    const response = await (this.clients.get(viewer.key) as AppClient).fetch(`/files/${app}/${id}`);
    return { status: response.status, text: await response.text() };
  }

  /** What a stream first says: an event, an error or its end. */
  async listen(viewer: Viewer, text: string): Promise<string> {
    const stream = (this.clients.get(viewer.key) as AppClient).subscribe(text);
    const first = await stream.next().then(
      (event) => JSON.stringify(event),
      (error: Error) => error.message,
    );
    stream.close();
    return first;
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }

  /** The looks in the access log since the last call, by the person who looked. Taken out while its triggers sleep. */
  async looks(): Promise<{ person_id: string; patient_id: string }[]> {
    const { rows } = await this.remover.query(
      `delete from heldwell.access_log where action <> 'SHARED' returning person_id, patient_id`,
    );
    return rows;
  }
}

/** A connection for which triggers sleep. */
function aRemover(db: TestDatabase): pg.Pool {
  const options = '-c session_replication_role=replica';
  const pool = new pg.Pool({ connectionString: db.ownerUrl, max: 1, options });
  pool.on('error', () => undefined);
  afterFile(() => pool.end());
  return pool;
}

/** The world as it is served. */
export async function theWorldOnStage(world: World): Promise<Stage> {
  const db = await aDatabase({ copyOf: world.database, pool: 1 });
  return new Stage(world, db, (await aServer(db, { bounds: NO_BOUNDS })).url);
}

/** The world without what one sight does not show, and everybody as before. */
export async function aTwinOnStage(world: World, twin: string): Promise<Stage> {
  const db = await aDatabase({ copyOf: world.database, pool: 1 });
  const client = new pg.Client({ connectionString: db.ownerUrl });
  await client.connect();
  const rows = async <Row>(text: string, values?: unknown[]) =>
    (await client.query(text, values)).rows as Row[];
  await takeOutHidden({ rows, sealing: db.sealing }, world, twin);
  await client.end();
  return new Stage(world, db, (await aServer(db, { bounds: NO_BOUNDS })).url);
}

/** The world served without a single rule: what is hidden now is hidden by the rows alone. */
export async function theWorldWithoutRules(world: World): Promise<Stage> {
  const db = await aDatabase({ copyOf: world.database, pool: 1 });
  const schema = buildBareSchema();
  const vetting = new Vetting(schema, Register.read(), NO_BOUNDS);
  const executor = new Executor(schema, vetting);
  await executor.start();
  const http = newHttpServer({
    ...{ schema, services: db.services, executor, vetting, isReady: () => true },
    ...{ origin: 'http://localhost:4000', freeQueries: true, turns: new Turns(1) },
  });
  const url = await http.listen({ host: '127.0.0.1', port: 0 });
  afterFile(async () => {
    await http.close();
    await executor.stop();
  });
  return new Stage(world, db, url);
}
