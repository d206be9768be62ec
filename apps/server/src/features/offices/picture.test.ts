import { describe, expect, it } from 'vitest';
import { pictureOf } from './picture.ts';

const hex = (...parts: string[]) => Buffer.from(parts.join('').replaceAll(' ', ''), 'hex');
const png = hex('89504e470d0a1a0a 0000000d 49484452 00000078 00000028 0806000000');
const jpeg = hex('ffd8 ffe0 0004 4a46 ffc0 0011 08 0028 0078 03 012200021101031101', '00'.repeat(8));
const lossless = hex('52494646 00000000 57454250 5650384c 00000000 2f 77c00900 0000');
const extended = hex('52494646 00000000 57454250 56503858 0a000000 00000000 770000 270000');
const lossy = hex('52494646 00000000 57454250 56503820 00000000 000000 9d012a 7800 2800');

describe('what a picture is by its bytes', () => {
  it.each([
    ['PNG', png, 'image/png'],
    ['JPEG', jpeg, 'image/jpeg'],
    ['lossless WebP', lossless, 'image/webp'],
    ['extended WebP', extended, 'image/webp'],
    ['lossy WebP', lossy, 'image/webp'],
  ])('%s, with its size', (_name, bytes, type) => {
    expect(pictureOf(bytes)).toEqual({ type, width: 120, height: 40 });
  });

  it.each([
    ['a drawing that can carry scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a moving picture', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
    ['a PNG that ends too soon', png.subarray(0, 18)],
    ['a JPEG without a frame', hex('ffd8 ffd9 0002 0000 0000 0000 0000 0000')],
    ['a PNG of no width', Buffer.concat([png.subarray(0, 16), Buffer.alloc(8)])],
    ['a page with the beginning of a picture', Buffer.from('\u0089PNG<html>')],
    ['nothing', Buffer.alloc(0)],
  ])('not %s', (_name, bytes) => {
    expect(pictureOf(bytes)).toBeUndefined();
  });
});
