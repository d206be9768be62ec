import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Running, startProgram } from './child-process.ts';

const PATIENCE_MS = 120_000;

/** The built server on a port and a data folder of its own, as a process that can be stopped, killed and started. */
export class Heldwell {
  readonly folder: string;
  readonly port: number;
  private running: Running | undefined;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Makes a data folder and starts on it: for the first time, with the demo people and their story, or on a copy of the data
   * of a server that was stopped after that.
   */
  static async start(copyOf?: string): Promise<Heldwell> {
    const folder = mkdtempSync(path.join(tmpdir(), 'heldwell-journey-'));
    if (copyOf) copyData(copyOf, folder);
    const heldwell = new Heldwell(folder, await freePort());
    try {
      await heldwell.start();
      return heldwell;
    } catch (error) {
      await heldwell.clear();
      throw error;
    }
  }

  /** The server that the global setup started, seen from a test file's own process. */
  static at(folder: string, port: number): Heldwell {
    return new Heldwell(folder, port);
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  private get settings(): Record<string, string> {
    // Journeys look behind the screens with documents of their own; what the apps send is watched (`sent-documents.ts`).
    const free = { ALLOW_FREE_QUERIES: '1' };
    return { DATA_DIR: this.folder, PORT: String(this.port), LOG_LEVEL: 'warn', ...free };
  }

  /** Resolves when the server is ready for people. */
  async start(): Promise<void> {
    this.running = startProgram('main.js', [], this.settings);
    const { running } = this;
    let ended = false;
    void running.over.then(() => {
      ended = true;
    });
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await this.isReady())) {
      if (ended || Date.now() > deadline)
        throw new Error(`The server did not become ready:\n${running.printed()}`);
      await delay(50);
    }
  }

  async isReady(): Promise<boolean> {
    return fetch(`${this.origin}/health/ready`).then(
      (answer) => answer.ok,
      () => false,
    );
  }

  /** As Ctrl-C does; the exit code. */
  async stop(): Promise<number | null> {
    this.running?.child.kill('SIGTERM');
    const code = await this.running?.over;
    this.running = undefined;
    return code ?? null;
  }

  /** As a crash does: the server gets no chance to finish anything. */
  async kill(): Promise<void> {
    this.running?.child.kill('SIGKILL');
    await this.running?.over;
    this.running = undefined;
  }

  /** Stops what still runs, the orphan of a killed server too; then nobody writes in the data folder. */
  async rest(): Promise<void> {
    await this.stop();
    const postgres = postmasterOf(this.folder);
    if (postgres) await ended(postgres);
  }

  /** The same, and removes the data. */
  async clear(): Promise<void> {
    await this.rest();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Runs a command beside the server, as `npm run NAME` does, and answers what it printed; throws when it fails. */
  async run(...command: [name: string, ...args: string[]]): Promise<string> {
    const running = startProgram('run-command.js', command, this.settings);
    const code = await running.over;
    if (code !== 0) throw new Error(`${command[0]} ended with ${code}:\n${running.printed()}`);
    return running.printed();
  }
}

/** Copies the data of a stopped server, with who owns what: PostgreSQL may run as another account. */
export function copyData(from: string, to: string): void {
  execFileSync('cp', ['-a', `${from}/.`, to]);
}

/** The PostgreSQL that serves from this folder; `undefined` when the process of that number is another by now. */
function postmasterOf(folder: string): number | undefined {
  try {
    const cluster = path.join(folder, 'postgres', 'cluster');
    const pid = Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster) ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function ended(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 'SIGINT');
    } catch {
      return;
    }
    await delay(50);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
