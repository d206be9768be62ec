import { describe, expect, it } from 'vitest';
import { inOrder } from './error-order.ts';

describe('the errors of an answer', () => {
  it('stand by their places, whichever came first; what is wrong with all of it before them', () => {
    const errors = [['b', 10, 'a'], ['b', 2, 'c'], ['a'], undefined, ['b', 2], ['b', 2, 'b']].map((path) => ({
      path,
    }));
    expect(inOrder(errors).map(({ path }) => path?.join('.'))).toEqual([
      undefined,
      'a',
      'b.2',
      'b.2.b',
      'b.2.c',
      'b.10.a',
    ]);
  });
});
