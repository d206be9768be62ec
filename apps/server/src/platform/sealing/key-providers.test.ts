import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMasterKey, fileKeyProvider, LocalKeyProvider } from './file-key-provider.ts';
import type { KeyProvider } from './key-provider.ts';
import { VaultKeyProvider } from './vault-key-provider.ts';

const keys = [randomBytes(32), randomBytes(32), randomBytes(32)];

async function holdsItsPromises(provider: KeyProvider): Promise<void> {
  const wrapped = await provider.wrapMany(keys);
  expect(wrapped.map(({ masterKeyId }) => masterKeyId)).toEqual(Array(3).fill(await provider.masterKeyId()));
  for (const [at, one] of wrapped.entries()) expect(one.wrapped.includes(keys[at] as Buffer)).toBe(false);
  expect(await provider.unwrapMany(wrapped)).toEqual(keys);
  const [first, second, third] = wrapped;
  if (!first || !second || !third) throw new Error('Three were wrapped.');
  const changed = Buffer.from(second.wrapped);
  changed[changed.length - 1] = (changed.at(-1) as number) ^ 1;
  const mixed = [first, { ...second, wrapped: changed }, third];
  expect(await provider.unwrapMany(mixed)).toEqual([keys[0], null, keys[2]]);
  expect(await provider.unwrapMany([])).toEqual([]);
}

describe('the master key of development', () => {
  const folder = mkdtempSync(join(tmpdir(), 'heldwell-keys-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('lies in a file for this person alone, and wraps', async () => {
    await holdsItsPromises(fileKeyProvider(folder));
    const file = join(folder, 'master-keys.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const before = readFileSync(file, 'utf8');
    fileKeyProvider(folder);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('is followed by another, which wraps again what the earlier wrapped', async () => {
    const wrapped = await fileKeyProvider(folder).wrapMany(keys);
    expect(addMasterKey(folder)).toBe('file-2');
    const provider = fileKeyProvider(folder);
    const again = await provider.rewrapMany(wrapped);
    expect(again.map((one) => one?.masterKeyId)).toEqual(['file-2', 'file-2', 'file-2']);
    expect(await provider.unwrapMany(again as never)).toEqual(keys);
    const elsewhere = new LocalKeyProvider({ 'file-2': randomBytes(32).toString('base64') });
    expect(await elsewhere.unwrapMany(again as never)).toEqual([null, null, null]);
  });
});

/** A transit engine as Vault's HTTP API describes it: batches, versions in what it wraps, errors item by item. */
class FakeVault {
  readonly asked: string[] = [];
  private readonly masters = [new LocalKeyProvider({ v1: randomBytes(32).toString('base64') })];
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.writeHead(500).end());
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  rotate(): void {
    this.masters.push(new LocalKeyProvider({ v1: randomBytes(32).toString('base64') }));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.push(`${request.method} ${path}`);
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.headers['x-vault-token'] !== 'a token')
      return void send(403, { errors: ['permission denied'] });
    if (path === '/v1/transit/keys/records')
      return void send(200, { data: { latest_version: this.masters.length } });
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { batch_input } = JSON.parse(Buffer.concat(chunks).toString()) as { batch_input: Item[] };
    const action = /^\/v1\/transit\/(encrypt|decrypt|rewrap)\/records$/.exec(path)?.[1];
    if (!action || !batch_input) return void send(404, { errors: [] });
    const batch_results = await Promise.all(batch_input.map((item) => this.item(action, item)));
    send(batch_results.some(({ error }) => error) ? 400 : 200, { data: { batch_results } });
  }

  private async item(action: string, item: Item): Promise<Item> {
    const plaintext = item.plaintext ?? (await this.decrypted(item.ciphertext ?? ''));
    if (plaintext === undefined) return { error: 'cipher: message authentication failed' };
    if (action === 'decrypt') return { plaintext };
    const version = this.masters.length;
    const [made] = (await this.masters.at(-1)?.wrapMany([Buffer.from(plaintext, 'base64')])) ?? [];
    return { ciphertext: `vault:v${version}:${made?.wrapped.toString('base64')}` };
  }

  private async decrypted(ciphertext: string): Promise<string | undefined> {
    const [, version, text = ''] = /^vault:v(\d+):(.*)$/.exec(ciphertext) ?? [];
    const master = this.masters[Number(version) - 1];
    const [key] =
      (await master?.unwrapMany([{ wrapped: Buffer.from(text, 'base64'), masterKeyId: 'v1' }])) ?? [];
    return key?.toString('base64');
  }
}

interface Item {
  plaintext?: string;
  ciphertext?: string;
  error?: string;
}

describe('a master key in Vault', () => {
  const vault = new FakeVault();
  let address: string;
  beforeAll(async () => {
    address = await vault.start();
  });
  afterAll(() => vault.stop());
  const provider = (token = 'a token') =>
    new VaultKeyProvider({ address: `${address}/`, token, key: 'records' });

  it('wraps and unwraps a page of keys in one call each', async () => {
    await holdsItsPromises(provider());
    vault.asked.length = 0;
    const wrapped = await provider().wrapMany(keys);
    await provider().unwrapMany(wrapped);
    expect(vault.asked).toEqual(['POST /v1/transit/encrypt/records', 'POST /v1/transit/decrypt/records']);
  });

  it('wraps again under its newest version', async () => {
    const wrapped = await provider().wrapMany(keys);
    vault.rotate();
    const again = await provider().rewrapMany(wrapped);
    expect([wrapped[0]?.masterKeyId, again[0]?.masterKeyId]).toEqual([
      'vault:records:v1',
      'vault:records:v2',
    ]);
    expect(await provider().unwrapMany(again as never)).toEqual(keys);
    expect(await provider().unwrapMany(wrapped)).toEqual(keys);
  });

  it('that refuses or does not answer is a fault, and tells nothing of keys', async () => {
    await expect(provider('another').wrapMany(keys)).rejects.toThrow('Vault does not encrypt: status 403.');
    const nobody = new VaultKeyProvider({ address: 'http://127.0.0.1:1', token: 'x', key: 'records' });
    await expect(nobody.masterKeyId()).rejects.toThrow();
  });
});
