/** One place of the chain, as it was handed out: `content` is what was hashed, word for word. */
export type Place = { position: number; hash: string; content: string };

/** How far the chain reached when it was last signed. */
export type Head = {
  position: number;
  hash: string;
  at: string;
  words: string;
  signature: string;
  publicKey: string;
};

/** A whole log: what is checked, downloaded, and read again from a file. */
export type Log = { record: string; head: Head | null; places: readonly Place[] };

/** What was found when the same log was checked before. */
export type Earlier = { position: number; hash: string; publicKey: string };

/** What checking came to; `position` is the first place that is not right. */
export type Finding =
  | { is: 'WHOLE'; entries: number; signature: 'CHECKED' | 'NOT_POSSIBLE' }
  | { is: 'CHANGED'; position: number }
  /** It reaches less far than its own signed head, or than it did before. */
  | { is: 'SHORTER'; reaches: number; reached: number }
  | { is: 'OTHER_SINCE'; position: number }
  | { is: 'WRONG_SIGNATURE' }
  | { is: 'OTHER_KEY' }
  | { is: 'OTHER_RECORD' }
  | { is: 'NOT_POSSIBLE' };

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** SHA-256 over three lines: the hash before, the position and the entry's words. */
async function hashOf(before: string, { position, content }: Place): Promise<string> {
  const words = new TextEncoder().encode(`${before}\n${position}\n${content}`);
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', words)));
}

/** The record that a head was signed for. */
const recordOf = (head: Head): string => head.words.split('\n')[1] ?? '';

const isOfRecord = (content: string, record: string): boolean => {
  try {
    const [format, of] = JSON.parse(content) as unknown[];
    return format === 'heldwell-log-1' && of === record;
  } catch {
    return false;
  }
};

/** Walks the places in order; undefined when each follows from the one before. */
async function brokenPlace(log: Log, record: string): Promise<number | undefined> {
  let before = '0'.repeat(64);
  for (const [index, place] of log.places.entries()) {
    const hash = await hashOf(before, place);
    const fits = place.position === index + 1 && isOfRecord(place.content, record) && hash === place.hash;
    if (!fits) return index + 1;
    before = hash;
  }
  return undefined;
}

/** The places and the earlier check against the head: how far it should reach, and whether it is still the same. */
function problemWithHead({ places }: Log, head: Head, earlier: Earlier | null): Finding | undefined {
  const reached = Math.max(head.position, earlier?.position ?? 0);
  if (places.length < reached) return { is: 'SHORTER', reaches: places.length, reached };
  if (places[head.position - 1]?.hash !== head.hash) return { is: 'CHANGED', position: head.position };
  if (earlier && places[earlier.position - 1]?.hash !== earlier.hash)
    return { is: 'OTHER_SINCE', position: earlier.position };
  return earlier && earlier.publicKey !== head.publicKey ? { is: 'OTHER_KEY' } : undefined;
}

/** Whether the head's words say what the head says, and carry its signature. */
async function signatureOf(head: Head): Promise<'CHECKED' | 'WRONG' | 'NOT_POSSIBLE'> {
  const [format, , position, hash, at] = head.words.split('\n');
  const says = format === 'heldwell-log-head-1' && position === String(head.position) && hash === head.hash;
  if (!says || Date.parse(at ?? '') !== Date.parse(head.at)) return 'WRONG';
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', bytesOf(head.publicKey), { name: 'Ed25519' }, false, [
      'verify',
    ]);
  } catch {
    // Older browsers do not know this kind of signature.
    return 'NOT_POSSIBLE';
  }
  const words = new TextEncoder().encode(head.words);
  const fits = await crypto.subtle.verify({ name: 'Ed25519' }, key, bytesOf(head.signature), words);
  return fits ? 'CHECKED' : 'WRONG';
}

/** Checks a whole log by itself and against what was found before. Asks nobody. */
export async function checkLog(log: Log, earlier: Earlier | null): Promise<Finding> {
  if (!globalThis.crypto?.subtle) return { is: 'NOT_POSSIBLE' };
  const { head } = log;
  if (!head) {
    if (log.places.length > 0) return { is: 'WRONG_SIGNATURE' };
    return earlier
      ? { is: 'SHORTER', reaches: 0, reached: earlier.position }
      : { is: 'WHOLE', entries: 0, signature: 'CHECKED' };
  }
  const record = recordOf(head);
  if (record !== log.record) return { is: 'OTHER_RECORD' };
  const broken = await brokenPlace(log, record);
  if (broken !== undefined) return { is: 'CHANGED', position: broken };
  const problem = problemWithHead(log, head, earlier);
  if (problem) return problem;
  const signature = await signatureOf(head);
  if (signature === 'WRONG') return { is: 'WRONG_SIGNATURE' };
  return { is: 'WHOLE', entries: log.places.length, signature };
}
