import { describe, expect, it } from 'vitest';
import { kindOf } from './file-kinds.ts';

const hex = (text: string, length = 600) => {
  const bytes = Buffer.from(text, 'hex');
  return Buffer.concat([bytes, Buffer.alloc(Math.max(0, length - bytes.length))]);
};
const ftyp = (brand: string) => hex(`00000018${Buffer.from(`ftyp${brand}`).toString('hex')}00000000`);

describe('the kind of a file', () => {
  it.each([
    ['application/pdf', Buffer.from('%PDF-1.4\n%\u00e2\u00e3')],
    ['image/png', hex('89504e470d0a1a0a0000000d494844520000000100000001')],
    // A colour profile longer than what is looked at.
    [
      'image/png',
      hex('89504e470d0a1a0a0000000d4948445200000001000000010806000000000000000000ffff69434350', 4_100),
    ],
    ['image/jpeg', hex('ffd8ffe000104a46494600010100')],
    ['image/gif', Buffer.from('GIF89a\u0001\u0000')],
    ['image/webp', hex('524946462400000057454250565038200000')],
    ['image/heic', ftyp('heic')],
    ['image/heif', ftyp('mif1')],
    ['text/plain', Buffer.from('Dear Alex,\r\n\tone line\f')],
    // The cut goes through a letter.
    ['text/plain', Buffer.from('Zoë').subarray(0, 3)],
  ])('%s is taken', async (kind, first) => {
    expect(await kindOf(first)).toBe(kind);
  });

  it.each([
    ['a zip, and with it office files', hex('504b0304140000000800')],
    ['a program', hex('7f454c4602010100')],
    ['a film', ftyp('isom')],
    [
      'a drawing that can hold scripts',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
    ],
    ['rich text', Buffer.from('{\\rtf1 words}')],
    ['bytes', hex('00ff00ff')],
    ['text that is not UTF-8', Buffer.from('caf\u00e9 au lait', 'latin1')],
  ])('%s is not', async (_what, first) => {
    expect(await kindOf(first)).toBeNull();
  });
});
