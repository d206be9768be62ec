import type pg from 'pg';
import { AtCommit } from './at-commit.ts';
import { type Database, gather } from './database.ts';
import { endTransaction } from './end-transaction.ts';
import type { EventBus, LiveEvent } from './events.ts';
import type { Look } from './look.ts';
import { type Credentials, openSession, type Viewer } from './opened-session.ts';
import { badInput } from './problems.ts';
import type { Sealing } from './sealing/sealing.ts';
import { ViewerKeys } from './sealing/viewer-keys.ts';
import { isSame, refuseNul, type SqlStatement } from './sql-statement.ts';

/** What an operation stands on. */
interface ScopeServices {
  database: Database;
  bus: EventBus;
  sealing: Sealing;
}

/**
 * One operation: one transaction on one connection, with the viewer set once. Nothing is answered before `commit`.
 * The session is judged in the same transaction as the data; loaders and caches live here and nowhere longer.
 */
export class RequestScope {
  /** Statements of the operation itself: without begin, viewer, access log, notices and commit. */
  statements = 0;
  /** The keys this viewer's grants open, for this operation alone. */
  readonly keys: ViewerKeys;
  readonly sealing: Sealing;
  readonly atCommit: AtCommit;
  private undone = false;
  private attended = true;
  /** Whether another scope's transaction is the one it works in. */
  private isInside = false;
  private asked: { statement: SqlStatement; rows: Promise<unknown[]> } | undefined;
  private readonly services: ScopeServices;
  /** Work that will be taken back, under way: what else this operation asks waits for its end. */
  private supposing: Promise<unknown> | undefined;
  private credentials: Credentials | null;
  private client: Promise<pg.PoolClient> | undefined;
  private opened: Promise<Viewer | null> | undefined;
  /** Who asked, as a transaction said that is over. */
  private said: Promise<Viewer | null> | undefined;

  constructor(services: ScopeServices, credentials: Credentials | null) {
    this.services = services;
    this.atCommit = new AtCommit(services.bus);
    this.sealing = services.sealing;
    this.credentials = credentials;
    this.keys = new ViewerKeys(services.sealing, this);
  }

  /** Who asks; null when nobody is signed in. The first call begins the transaction. */
  viewer(): Promise<Viewer | null> {
    return this.opened ?? this.said ?? this.begun();
  }

  private begun(): Promise<Viewer | null> {
    this.opened ??= this.openSession();
    return this.opened;
  }

  /**
   * Becomes the person of a session just made, within the same transaction. Only before anything was read or done as
   * somebody else: that would be logged under the new name.
   */
  async signInAs(credentials: Credentials): Promise<Viewer | null> {
    if (this.statements > 0 || !this.atCommit.isNothing) {
      this.undo();
      throw badInput(
        [{ path: '', code: 'SIGN_IN_ALONE' }],
        'Signing in stands at the beginning of an operation.',
      );
    }
    await this.viewer();
    this.credentials = credentials;
    this.opened = this.openSession();
    return this.opened;
  }

  /** Nobody asked for this, as in a delivery of a stream: it does not count against the session's idle time. */
  unattended(): this {
    this.attended = false;
    return this;
  }

  /** Whether nothing was asked of the database yet. */
  get isFresh(): boolean {
    return !this.opened && !this.said && !this.asked;
  }

  /**
   * Sends a statement right behind the one that opens the session, before any rule was asked: whoever runs it again by
   * `query` has its rows without waiting once more. It carries its own predicate, for with no viewer there are no rows.
   * Where that is all the operation reads, and in no log, the commit follows at once: what it asks beside has its own transaction.
   */
  ahead(statement: SqlStatement, isAll = false): void {
    if (!this.isFresh) return;
    const opening = this.begun();
    const rows = isAll ? this.end(statement) : this.run(statement, this.connection());
    rows.catch(() => undefined);
    if (isAll) this.said = opening;
    this.asked = { statement, rows: opening.then(() => rows) };
  }

  /** Runs a statement as the viewer. */
  async query<Row>(statement: SqlStatement): Promise<Row[]> {
    const { asked } = this;
    if (asked && isSame(asked.statement, statement)) {
      this.asked = undefined;
      return asked.rows as Promise<Row[]>;
    }
    await this.begun();
    return this.run<Row>(statement, this.connection());
  }

  /**
   * Runs the last statement of an operation and commits, in one round trip: for a command that is all the operation does.
   * What is asked after it is a transaction of its own.
   */
  async queryLast<Row>(statement: SqlStatement): Promise<Row[]> {
    await this.begun();
    return this.isInside || this.undone ? this.query(statement) : this.end(statement);
  }

  /** Runs a statement with the commit behind it. */
  private async end<Row>(statement: SqlStatement): Promise<Row[]> {
    refuseNul(statement);
    const connection = this.connection();
    this.statements += 1;
    this.client = undefined;
    this.opened = undefined;
    try {
      const result = await endTransaction(await connection, this.atCommit, statement);
      return (result?.rows ?? []) as Row[];
    } catch (error) {
      this.undone = true;
      throw error;
    }
  }

  private async run<Row>(statement: SqlStatement, connection: Promise<pg.PoolClient>): Promise<Row[]> {
    refuseNul(statement);
    const client = await connection;
    while (this.supposing) await this.supposing;
    this.statements += 1;
    gather(client);
    try {
      return (await client.query(statement)).rows as Row[];
    } catch (error) {
      this.undone = true;
      throw error;
    }
  }

  /**
   * Does work within this transaction and takes it back, whatever became of it: what it wrote, who it made the viewer, and
   * the events it would have told of. Nothing else of the operation runs in between.
   */
  async suppose<T>(work: (inside: RequestScope) => Promise<T>): Promise<T> {
    await this.begun();
    while (this.supposing) await this.supposing;
    const done = this.takenBack(work);
    this.supposing = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.supposing = undefined;
    }
  }

  private async takenBack<T>(work: (inside: RequestScope) => Promise<T>): Promise<T> {
    const client = await this.connection();
    const inside = new RequestScope(this.services, this.credentials);
    Object.assign(inside, { isInside: true, client: this.client, opened: this.opened });
    const before = this.undone;
    // Until the rollback is done there is nothing to commit, however this ends.
    this.undone = true;
    await client.query('savepoint supposed');
    try {
      return await work(inside);
    } finally {
      await client.query('rollback to savepoint supposed');
      this.statements += inside.statements;
      this.undone = before;
    }
  }

  /** A command failed: everything this operation did is undone, whatever else it answers. */
  undo(): void {
    this.undone = true;
  }

  /** Notes a look for the access log. */
  look(look: Look): void {
    this.atCommit.look(look);
  }

  /** Tells live streams, once and only if this transaction commits. */
  publish(event: LiveEvent): void {
    this.atCommit.publish(event);
  }

  /** Runs when the transaction has committed, such as setting a cookie. */
  afterCommit(work: () => void): void {
    this.atCommit.afterwards(work);
  }

  /**
   * Writes the log and the notices and commits, in one round trip. False when something failed and everything was undone,
   * the log of what was read too: then nothing that was read or done may be told.
   */
  async commit(): Promise<boolean> {
    if (this.undone) {
      await this.rollback();
      return false;
    }
    if (!this.client) return this.atCommit.refuseToLose();
    const client = await this.client;
    this.client = undefined;
    await endTransaction(client, this.atCommit);
    return true;
  }

  /** Undoes everything; harmless when nothing was begun or all is committed. */
  async rollback(): Promise<void> {
    if (!this.client) return;
    const client = await this.client.catch(() => undefined);
    this.client = undefined;
    if (!client) return;
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
  }

  private connection(): Promise<pg.PoolClient> {
    const { serving, delivering } = this.services.database;
    this.client ??= (this.attended ? serving : delivering).connect();
    return this.client;
  }

  private async openSession(): Promise<Viewer | null> {
    const { credentials, attended } = this;
    const begins = this.client === undefined;
    return openSession(await this.connection(), { begins, credentials, attended });
  }
}
