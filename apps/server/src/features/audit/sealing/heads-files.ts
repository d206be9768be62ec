import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Head } from './head.ts';

const NAME = /^heads-\d{4}-\d\d-\d\d\.jsonl$/;
/** Enough of a file's end to hold its last whole line. */
const TAIL = 64 * 1024;

/**
 * The heads kept outside the database: a file a day, a line a head, only ever added to. A copy of the folder on
 * another machine shows whoever cuts the log short.
 */
export class HeadsFiles {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Adds heads behind what is there; on the disk when it returns. */
  async append(heads: readonly Head[]): Promise<void> {
    const [first] = heads;
    if (!first) return;
    await mkdir(this.folder, { recursive: true });
    const file = await open(join(this.folder, `heads-${first.at.slice(0, 10)}.jsonl`), 'a+', 0o640);
    try {
      const torn = await this.endsTorn(file);
      await file.appendFile(
        `${torn ? '\n' : ''}${heads.map((head) => `${JSON.stringify(head)}\n`).join('')}`,
      );
      await file.datasync();
    } finally {
      await file.close();
    }
  }

  /** The last turn of the sealer that is here, perhaps not all of it; 0 when there is none. */
  async lastBatch(): Promise<number> {
    for (const name of (await this.names()).reverse()) {
      const file = await open(join(this.folder, name), 'r');
      try {
        const { size } = await file.stat();
        const from = Math.max(0, size - TAIL);
        const { buffer } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
        const last = buffer.toString().split('\n').reverse().map(headOf).find(Boolean);
        if (last) return last.batch;
      } finally {
        await file.close();
      }
    }
    return 0;
  }

  /** Every head that is here, oldest first. */
  async *all(): AsyncGenerator<Head> {
    for (const name of await this.names()) {
      const lines = createInterface({
        input: createReadStream(join(this.folder, name)),
        crlfDelay: Infinity,
      });
      for await (const line of lines) {
        const head = headOf(line);
        if (head) yield head;
      }
    }
  }

  /** Lays the files by, for a database that begins anew: they are kept and no longer read. */
  async setAside(moment: Date): Promise<void> {
    const suffix = moment.toISOString().replaceAll(':', '-');
    for (const name of await this.names()) {
      await rename(join(this.folder, name), join(this.folder, `${name}.before-${suffix}`));
    }
  }

  private async names(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => NAME.test(name)).sort();
  }

  /** A process that ended while it wrote left half a line; it must not spoil the next. */
  private async endsTorn(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
    const { size } = await file.stat();
    if (size === 0) return false;
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
    return buffer.toString() !== '\n';
  }
}

function headOf(line: string): Head | undefined {
  try {
    return line ? (JSON.parse(line) as Head) : undefined;
  } catch {
    return undefined;
  }
}
