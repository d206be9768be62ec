import { createHmac } from 'node:crypto';
import { channels, type EventBus } from '../events.ts';
import { derive } from '../secrets.ts';
import { GrantMac, type SignedGrant } from './grant-mac.ts';
import { KeyCache } from './key-cache.ts';
import type { KeyProvider, StoredKey } from './key-provider.ts';

/** What is looked up without being readable: equal words have equal hashes, for whoever knows the secret. */
export type LookedUp =
  | 'E-MAIL'
  | 'NHS-NUMBER'
  | 'IDENTIFIER'
  | 'RESOURCE'
  | 'LETTER'
  | 'E-MAIL-CODE'
  | 'IDENTITY';

/** What a process seals and opens with. */
export class Sealing {
  readonly provider: KeyProvider;
  readonly cache = new KeyCache();
  readonly grants: GrantMac;
  /** Grant rows as text, with those of them whose MAC is right; for the rings of viewers. */
  readonly judged = new Map<string, readonly SignedGrant[]>();
  /** Of those, each by its row as text. */
  readonly rightRows = new Map<string, SignedGrant>();
  /** The wrapped keys of what belongs to no record, by name: there are two, and they stay. */
  readonly stored = new Map<string, StoredKey[]>();
  private readonly lookupKeys = new Map<LookedUp, string>();
  private readonly secret: string;

  constructor(provider: KeyProvider, secret: string) {
    this.provider = provider;
    this.secret = secret;
    this.grants = new GrantMac(derive(secret, 'grant rows'));
  }

  /** Forgets the keys of a record whenever its access changes, here or in another process. */
  forgetOnChange(bus: Pick<EventBus, 'listen'>): void {
    bus.listen(({ channel, ids }) => {
      if (typeof ids.patient === 'string' && channel === channels.access(ids.patient)) {
        this.cache.forget(ids.patient);
      }
    });
  }

  /** The keyed hash under which a word is stored, and found again. */
  lookup(kind: LookedUp, word: string): Buffer {
    let key = this.lookupKeys.get(kind);
    if (!key) {
      key = derive(this.secret, `look-up of ${kind}`);
      this.lookupKeys.set(kind, key);
    }
    return createHmac('sha256', key).update(word).digest();
  }
}
