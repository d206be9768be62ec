import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyProvider, WrappedKey } from './key-provider.ts';

/** Master keys by name; the last one wraps. */
type MasterKeys = Record<string, string>;

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

/** Wraps with master keys held in memory: the file's in development, fixed ones in tests. */
export class LocalKeyProvider implements KeyProvider {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly newest: string;

  constructor(keys: MasterKeys) {
    this.keys = new Map(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
    const newest = [...this.keys.keys()].at(-1);
    if (!newest) throw new Error('There is no master key.');
    this.newest = newest;
  }

  masterKeyId(): Promise<string> {
    return Promise.resolve(this.newest);
  }

  wrapMany(keys: readonly Buffer[]): Promise<WrappedKey[]> {
    return Promise.resolve(keys.map((key) => this.wrap(key)));
  }

  unwrapMany(wrapped: readonly WrappedKey[]): Promise<(Buffer | null)[]> {
    return Promise.resolve(wrapped.map((one) => this.unwrap(one)));
  }

  rewrapMany(wrapped: readonly WrappedKey[]): Promise<(WrappedKey | null)[]> {
    const again = (one: WrappedKey) => {
      const key = this.unwrap(one);
      return key && this.wrap(key);
    };
    return Promise.resolve(wrapped.map(again));
  }

  private wrap(key: Buffer): WrappedKey {
    const iv = randomBytes(IV);
    const cipher = createCipheriv(CIPHER, this.keys.get(this.newest) as Buffer, iv);
    cipher.setAAD(Buffer.from(this.newest));
    const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
    return { wrapped: Buffer.concat([iv, sealed, cipher.getAuthTag()]), masterKeyId: this.newest };
  }

  private unwrap({ wrapped, masterKeyId }: WrappedKey): Buffer | null {
    const master = this.keys.get(masterKeyId);
    if (!master || wrapped.length < IV + TAG) return null;
    try {
      const decipher = createDecipheriv(CIPHER, master, wrapped.subarray(0, IV));
      decipher.setAAD(Buffer.from(masterKeyId));
      decipher.setAuthTag(wrapped.subarray(-TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(IV, -TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

/** The master keys of a development installation, in its data folder; the first is made when there is none. */
export function fileKeyProvider(dataDir: string): KeyProvider {
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(fileIn(dataDir), written({ 'file-1': newKey() }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return new LocalKeyProvider(readKeys(dataDir));
}

/** Adds a master key to the file, which wraps from then on; returns its name. */
export function addMasterKey(dataDir: string): string {
  const keys = readKeys(dataDir);
  const name = `file-${Object.keys(keys).length + 1}`;
  const next = `${fileIn(dataDir)}.next`;
  writeFileSync(next, written({ ...keys, [name]: newKey() }), { mode: 0o600 });
  renameSync(next, fileIn(dataDir));
  return name;
}

const fileIn = (dataDir: string): string => join(dataDir, 'master-keys.json');
const newKey = (): string => randomBytes(32).toString('base64');
const written = (keys: MasterKeys): string => `${JSON.stringify(keys, null, 2)}\n`;
const readKeys = (dataDir: string): MasterKeys =>
  JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as MasterKeys;
