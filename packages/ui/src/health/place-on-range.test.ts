import { describe, expect, it } from 'vitest';
import { placeOnRange, standingOf } from './place-on-range.ts';

describe('a value against its range', () => {
  it.each([
    [3.4, 3.5, 5.3, 'below'],
    [3.5, 3.5, 5.3, 'within'],
    [5.3, 3.5, 5.3, 'within'],
    [5.4, 3.5, 5.3, 'above'],
    [4, null, 5, 'within'],
    [59, 60, null, 'below'],
    [59, null, null, 'unknown'],
  ] as const)('%s in %s to %s is %s', (value, low, high, standing) => {
    expect(standingOf(value, low, high)).toBe(standing);
  });

  it.each([
    [4, 3.5, 5.3],
    [400, 3.5, 5.3],
    [-20, 3.5, 5.3],
    [0, 0, null],
    [12, null, 5],
    [5, 5, 5],
  ])('%s is drawn on the line of %s to %s', (value, low, high) => {
    const place = placeOnRange(value, low, high);
    for (const point of [place?.value, place?.low, place?.high]) {
      expect(point).toBeGreaterThanOrEqual(0);
      expect(point).toBeLessThanOrEqual(1);
    }
  });

  it('keeps the order of value and ends', () => {
    const place = placeOnRange(5.4, 3.5, 5.3);
    expect(place?.low).toBeLessThan(place?.high ?? 0);
    expect(place?.value).toBeGreaterThan(place?.high ?? 1);
  });
});
