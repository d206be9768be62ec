import type { Earlier, Head } from './chain.ts';

const keyOf = (record: string): string => `heldwell.log-head.${record}`;

/** How far this log reached when this device last found it whole; null when it never did, or may not keep anything. */
export function pinnedHead(record: string): Earlier | null {
  try {
    const kept = JSON.parse(window.localStorage.getItem(keyOf(record)) ?? 'null') as Partial<Earlier> | null;
    const { position, hash, publicKey } = kept ?? {};
    return position && hash && publicKey ? { position, hash, publicKey } : null;
  } catch {
    return null;
  }
}

/** Keeps the head of a log that was found whole. */
export function pinHead(record: string, { position, hash, publicKey }: Head): void {
  try {
    window.localStorage.setItem(keyOf(record), JSON.stringify({ position, hash, publicKey }));
  } catch {
    // A device that keeps nothing checks each time from the beginning.
  }
}
