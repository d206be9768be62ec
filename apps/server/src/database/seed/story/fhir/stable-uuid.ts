import { createHash } from 'node:crypto';

/** A name-based (version 5 shaped) UUID: the same key gives the same id in every run on every machine. */
export function stableUuid(key: string): string {
  const bytes = createHash('sha1').update(`https://heldwell.example/story/${key}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
