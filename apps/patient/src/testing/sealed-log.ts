import type { Log, Place } from '../log-check/chain.ts';

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** The record of these logs: as clients name it, and as the log does. */
export const recordId = btoa(String.fromCharCode(82, ...Array.from({ length: 16 }, (_, index) => index + 1)));
const record = '01020304-0506-0708-090a-0b0c0d0e0f10';

const at = '2026-08-06T13:30:00.000000Z';

const contentOf = (index: number, of: string): string =>
  JSON.stringify([
    ...['heldwell-log-1', of, `entry-${index}`, at, 'person-1', 'Ngozi Okafor', 'PROFESSIONAL', 'MEMBER'],
    ...['team-1', 'Fernside Recovery Team', 'organisation-1', 'Fernside', 'OPENED', 'DIRECT_CARE', 'RESULTS'],
    ...[null, null, null, `bucket-${index}`],
  ]);

/** Writes and signs a log of so many entries, as the server does; the same key signs again where it is given. */
export async function aSealedLog(
  count: number,
  chosen: { of?: string; key?: CryptoKeyPair } = {},
): Promise<{ log: Log; key: CryptoKeyPair }> {
  const of = chosen.of ?? record;
  const key =
    chosen.key ??
    ((await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair);
  const places: Place[] = [];
  let before = '0'.repeat(64);
  for (let position = 1; position <= count; position += 1) {
    const content = contentOf(position, of);
    const words = new TextEncoder().encode(`${before}\n${position}\n${content}`);
    before = hex(await crypto.subtle.digest('SHA-256', words));
    places.push({ position, hash: before, content });
  }
  const hash = places.at(-1)?.hash ?? '';
  const words = `heldwell-log-head-1\n${of}\n${count}\n${hash}\n${at}`;
  const signature = await crypto.subtle.sign('Ed25519', key.privateKey, new TextEncoder().encode(words));
  const publicKey = base64url(await crypto.subtle.exportKey('raw', key.publicKey));
  const head = { position: count, hash, at, words, signature: base64url(signature), publicKey };
  return { log: { record: of, head, places }, key };
}
