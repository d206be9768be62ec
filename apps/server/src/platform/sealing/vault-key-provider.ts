import type { KeyProvider, WrappedKey } from './key-provider.ts';

/** How to reach a HashiCorp Vault transit engine. */
export interface VaultOptions {
  /** Such as `https://vault.example.org:8200`. */
  address: string;
  token: string;
  /** Name of the transit key. */
  key: string;
  /** Milliseconds an answer may take; 5,000 when left out. */
  patience?: number;
}

interface BatchResult {
  ciphertext?: string;
  plaintext?: string;
  error?: string;
}

/** Wraps with a key of Vault's transit engine, over its HTTP API; the master key never leaves Vault. */
export class VaultKeyProvider implements KeyProvider {
  private readonly options: VaultOptions;

  constructor(options: VaultOptions) {
    this.options = options;
  }

  async masterKeyId(): Promise<string> {
    const { data } = await this.ask<{ data: { latest_version: number } }>('GET', `keys/${this.options.key}`);
    return this.idOf(`vault:v${data.latest_version}:`);
  }

  async wrapMany(keys: readonly Buffer[]): Promise<WrappedKey[]> {
    const results = await this.batch(
      'encrypt',
      keys.map((key) => ({ plaintext: key.toString('base64') })),
    );
    return results.map(({ ciphertext }) => {
      if (!ciphertext) throw new Error('Vault wrapped a key into nothing.');
      return this.wrappedOf(ciphertext);
    });
  }

  async unwrapMany(wrapped: readonly WrappedKey[]): Promise<(Buffer | null)[]> {
    const results = await this.batch('decrypt', wrapped.map(ciphertextOf));
    return results.map(({ plaintext }) => (plaintext ? Buffer.from(plaintext, 'base64') : null));
  }

  async rewrapMany(wrapped: readonly WrappedKey[]): Promise<(WrappedKey | null)[]> {
    const results = await this.batch('rewrap', wrapped.map(ciphertextOf));
    return results.map(({ ciphertext }) => (ciphertext ? this.wrappedOf(ciphertext) : null));
  }

  private wrappedOf(ciphertext: string): WrappedKey {
    return { wrapped: Buffer.from(ciphertext), masterKeyId: this.idOf(ciphertext) };
  }

  /** Vault writes the version into what it wraps: `vault:v3:…`. */
  private idOf(ciphertext: string): string {
    return `vault:${this.options.key}:${ciphertext.split(':')[1]}`;
  }

  private async batch(action: string, input: readonly object[]): Promise<BatchResult[]> {
    if (input.length === 0) return [];
    const path = `${action}/${this.options.key}`;
    const { data } = await this.ask<{ data: { batch_results: BatchResult[] } }>('POST', path, {
      batch_input: input,
    });
    const results = data.batch_results;
    if (results.length !== input.length) throw new Error('Vault answered another number of keys.');
    return results;
  }

  private async ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const { address, token, patience = 5_000 } = this.options;
    const response = await fetch(`${address.replace(/\/$/, '')}/v1/transit/${path}`, {
      method,
      headers: { 'x-vault-token': token, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(patience),
    });
    // Items of a batch fail one by one with 400 and their results beside; anything else is no answer.
    const answer = (await response.json().catch(() => ({}))) as T & { data?: unknown };
    if (!answer.data) throw new Error(`Vault does not ${path.split('/')[0]}: status ${response.status}.`);
    return answer;
  }
}

const ciphertextOf = ({ wrapped }: WrappedKey): object => ({ ciphertext: wrapped.toString() });
