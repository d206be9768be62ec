import type { RowId } from '../../platform/global-id.ts';
import type { KeyRing } from '../../platform/sealing/key-ring.ts';
import { Sealed } from '../../platform/sealing/sealed.ts';
import type { Binding } from '../../platform/sealing/sealed-blob.ts';

/** What a list shows of a discussion; sealed as one. */
export interface ThreadWords {
  subject: string;
  preview: string;
  lastAuthor: string;
}

/** A row of a record under its label. */
export interface Place {
  patient: string;
  row: string;
  label: string;
}

const threadBinding = (place: Place): Binding => ({ ...place, place: 'thread.words' });
const messageBinding = (place: Place): Binding => ({ ...place, place: 'message.text' });

export const sealWords = (keys: KeyRing, place: Place, words: ThreadWords): Buffer =>
  keys.seal(threadBinding(place), words);

/** Seals what was written; `place` is the message's row. */
export const sealText = (keys: KeyRing, place: Place, text: string): Buffer =>
  keys.seal(messageBinding(place), text);

export const openWords = (keys: KeyRing, place: Place, blob: Buffer): ThreadWords =>
  keys.open(new Sealed(blob, threadBinding(place), place.row));

/** What a stored message of a discussion says. */
export const openText = (
  keys: KeyRing,
  place: Place,
  { blob, thread }: { blob: Buffer; thread: RowId },
): string => keys.open(new Sealed(blob, messageBinding(place), thread.row));
