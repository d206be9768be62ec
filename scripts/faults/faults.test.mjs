import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PLANTED } from './planted.mjs';
import { misplaced } from './run-fault.mjs';

test('each planted fault has its place in the code, exactly once', () => {
  assert.deepEqual(misplaced(PLANTED), []);
  const breaks = [{ file: 'src/env.ts', from: 'what nobody has written', to: '' }];
  assert.equal(misplaced([{ name: 'one that is lost', breaks }]).length, 1);
});
