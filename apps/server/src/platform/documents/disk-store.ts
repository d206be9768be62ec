import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DocumentStore, NoSuchDocument } from './document-store.ts';
import { SEALED_CHUNK } from './sealed-chunks.ts';

/** An id is the name of its file: nothing else may become one. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const BEGUN = '.part';

/** Files in a folder: `xx/<id>`, by the last two letters of the id, so that no folder grows too long. */
export class DiskStore implements DocumentStore {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  async put(id: string, sealed: AsyncIterable<Buffer>): Promise<void> {
    const file = this.fileOf(id);
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const begun = `${file}.${randomUUID()}${BEGUN}`;
    try {
      await pipeline(sealed, createWriteStream(begun, { mode: 0o600, flags: 'wx', flush: true }));
      await rename(begun, file);
      await syncFolder(path.dirname(file));
    } catch (error) {
      await rm(begun, { force: true });
      throw error;
    }
  }

  async open(id: string): Promise<Readable> {
    try {
      const handle = await open(this.fileOf(id), 'r');
      return handle.createReadStream({ highWaterMark: SEALED_CHUNK });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NoSuchDocument(`No file ${id}.`);
      throw error;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.fileOf(id), { force: true });
  }

  async *putBefore(moment: Date): AsyncIterable<string> {
    for (const name of await namesIn(this.folder)) {
      const shelf = path.join(this.folder, name);
      for (const file of await namesIn(shelf)) {
        const known = await stat(path.join(shelf, file)).catch(() => undefined);
        if (!known || known.mtime >= moment) continue;
        if (ID.test(file)) yield file;
        else if (file.endsWith(BEGUN)) await rm(path.join(shelf, file), { force: true });
      }
    }
  }

  private fileOf(id: string): string {
    if (!ID.test(id)) throw new NoSuchDocument('That is no id.');
    return path.join(this.folder, id.slice(-2), id);
  }
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** The new name lasts through a power cut; where a system cannot do that, it is as careful as it can be. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
