import { CombinedError } from '@urql/core';
import { expect, test } from 'vitest';
import { problemOf } from './problems.ts';

const answered = (extensions: Record<string, unknown>, status = 200) =>
  new CombinedError({ graphQLErrors: [{ message: 'no', extensions }], response: { status } });

test.each([
  ['UNAUTHENTICATED', 'signedOut'],
  ['FORBIDDEN', 'forbidden'],
  ['NOT_FOUND', 'notFound'],
  ['BAD_USER_INPUT', 'badInput'],
  ['INTERNAL', 'broken'],
  ['SOMETHING_NEW', 'broken'],
])('%s is the problem %s', (code, kind) => {
  expect(problemOf(answered({ code })).kind).toBe(kind);
});

test('refused fields keep their path and code', () => {
  const fields = [{ path: 'input.email', code: 'email' }, { path: 'input.password' }, 'junk'];
  expect(problemOf(answered({ code: 'BAD_USER_INPUT', fields })).fields).toEqual([
    { path: 'input.email', code: 'email' },
    { path: 'input.password', code: 'wrong' },
  ]);
});

test('an ended sign-in wins over the other errors of an answer', () => {
  const graphQLErrors = ['INTERNAL', 'UNAUTHENTICATED'].map((code) => ({
    message: code,
    extensions: { code },
  }));
  expect(problemOf(new CombinedError({ graphQLErrors })).kind).toBe('signedOut');
});

test('no answer at all is offline, a broken one is broken, with the reference to quote', () => {
  expect(problemOf(new CombinedError({ networkError: new Error('no line') })).kind).toBe('offline');
  const gateway = new CombinedError({ networkError: new Error('html'), response: { status: 502 } });
  expect(problemOf(gateway).kind).toBe('broken');
  expect(problemOf(answered({ code: 'INTERNAL', reference: 'K7Q2' })).reference).toBe('K7Q2');
});
