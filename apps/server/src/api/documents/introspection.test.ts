import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { introspectionIn } from './introspection.ts';
import { BOUNDS, limitCrossed } from './limits.ts';

const deep = (levels: number, inside: string): string =>
  levels === 0 ? inside : `{ a ${deep(levels - 1, inside)} }`;

describe('introspection in a document', () => {
  it.each([
    ['{ viewer { app } }', 'NONE'],
    ['{ __typename }', 'NONE'],
    ['{ __schema { queryType { name } } }', 'ALL'],
    ['{ __typename t: __type(name: "Query") { name } }', 'ALL'],
    ['{ ... on Query { ... { __schema { queryType { name } } } } }', 'ALL'],
    [
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A __schema { queryType { name } } }',
      'ALL',
    ],
    ['{ viewer { app } ...A } fragment A on Query { __schema { queryType { name } } }', 'SOME'],
    ['query A { viewer { app } } query B { __schema { queryType { name } } }', 'SOME'],
  ])('%s: %s', (text, what) => {
    expect(introspectionIn(parse(text))).toBe(what);
  });

  it('lets a document off its bounds only when it asks nothing else', () => {
    const introspection = `__schema ${deep(20, '{ name }')}`;
    expect(limitCrossed(parse(`{ ${introspection} }`), BOUNDS)).toBeUndefined();
    expect(limitCrossed(parse(`{ viewer { app } ${introspection} }`), BOUNDS)?.extensions.code).toBe(
      'TOO_COMPLEX',
    );
  });
});
