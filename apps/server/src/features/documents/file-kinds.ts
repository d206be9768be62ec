import { fileTypeFromBuffer } from 'file-type';

/** What people may put up. What a file is its first bytes say, never its name or what a browser calls it. */
const TAKEN = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'image/heif',
]);

/** As many first bytes as are looked at. */
export const FIRST_BYTES = 4_100;

/** Said here: the library reads on to the picture itself, which profiles and notes may put beyond what is looked at. */
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

/** The media type of a file that is taken, by its first bytes; null for every other. */
export async function kindOf(first: Buffer): Promise<string | null> {
  if (first.subarray(0, PNG.length).equals(PNG)) return 'image/png';
  const found = await fileTypeFromBuffer(first).catch(() => undefined);
  if (found) return TAKEN.has(found.mime) ? found.mime : null;
  return isText(first) ? 'text/plain' : null;
}

/** UTF-8 without the signs that no text has; a letter that the cut divides is no fault. */
function isText(first: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(first, { stream: true });
    return text.length > 0 && !/[\p{Cc}]/u.test(text.replace(/[\t\n\r\f]/g, ''));
  } catch {
    return false;
  }
}
