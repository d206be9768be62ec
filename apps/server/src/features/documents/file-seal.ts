import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';

/** A file under the label of what it belongs to. */
export interface FilePlace {
  patient: string;
  id: string;
  label: string;
  /** The entry or the discussion it belongs to: a grant for that alone opens it too. */
  scope: string | null;
}

/** What opens a file of the store: its own key, and the digest of what it says. */
export interface FileKey {
  key: Buffer;
  digest: Buffer;
}

const KEY_LENGTH = 32;

const bindingOf = (column: 'title' | 'bytes' | 'file_key', { patient, id, label }: FilePlace): Binding => ({
  place: `attachment.${column}`,
  row: id,
  patient,
  label,
});

const sealedAt = (column: 'title' | 'bytes' | 'file_key', place: FilePlace, blob: Buffer): Sealed =>
  new Sealed(blob, bindingOf(column, place), place.scope ?? undefined);

export const sealTitle = (keys: KeyRing, place: FilePlace, title: string | null): Buffer | null =>
  title === null ? null : keys.seal(bindingOf('title', place), title);

export const sealFile = (keys: KeyRing, place: FilePlace, bytes: Buffer): Buffer =>
  keys.seal(bindingOf('bytes', place), bytes);

export const sealFileKey = (keys: KeyRing, place: FilePlace, { key, digest }: FileKey): Buffer =>
  keys.seal(bindingOf('file_key', place), Buffer.concat([key, digest]));

/** The title as it lies in the row: what keys are asked for with. */
export const sealedTitle = (place: FilePlace, blob: Buffer | null): Sealed | null =>
  blob && sealedAt('title', place, blob);

/** Either the bytes or, where those lie in the store, the key to them. */
export const sealedContent = (
  place: FilePlace,
  { bytes, file_key }: { bytes: Buffer | null; file_key: Buffer | null },
): Sealed => {
  if (file_key) return sealedAt('file_key', place, file_key);
  if (!bytes) throw new Error(`The file ${place.id} has neither bytes nor a key.`);
  return sealedAt('bytes', place, bytes);
};

export const openTitle = (keys: KeyRing, place: FilePlace, blob: Buffer | null): string | null =>
  blob && keys.open<string>(sealedAt('title', place, blob));

export const openFile = (keys: KeyRing, place: FilePlace, blob: Buffer): Buffer =>
  keys.openBytes(sealedAt('bytes', place, blob));

export function openFileKey(keys: KeyRing, place: FilePlace, blob: Buffer): FileKey {
  const opened = keys.openBytes(sealedAt('file_key', place, blob));
  return { key: opened.subarray(0, KEY_LENGTH), digest: opened.subarray(KEY_LENGTH) };
}
