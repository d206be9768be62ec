import { badInput } from '../problems.ts';
import type { Arguments } from './selection.ts';

/** Most rows one page may have. */
const LARGEST_PAGE = 100;

/** Reads and checks `first`. */
export function pageSize(args: Arguments): number {
  const first = args.first;
  if (typeof first !== 'number' || first < 1 || first > LARGEST_PAGE) {
    throw badInput([{ path: 'first', code: `MUST_BE_1_TO_${LARGEST_PAGE}` }]);
  }
  return first;
}

/** A cursor is the sort keys of the last row seen; opaque to clients. */
export const writeCursor = (keys: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** What a key of each SQL type looks like in a cursor of ours: PostgreSQL is handed nothing it cannot read. */
const SHAPES: Record<string, (key: string) => boolean> = {
  timestamptz: (key) => {
    const [, day, time] = /^((?!0000)\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00$/.exec(key) ?? [];
    return day !== undefined && !Number.isNaN(Date.parse(`${day}T${time}Z`));
  },
  uuid: (key) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key),
  text: (key) => !key.includes('\u0000'),
  integer: (key) => /^-?\d{1,9}$/.test(key),
};

interface KeyPlace {
  index: number;
  types: readonly string[];
  start: unknown;
}

/** Reads one key of `after`; without `after`, what lies before every row. */
export function cursorKey(args: Arguments, { index, types, start }: KeyPlace): unknown {
  const after = args.after;
  if (after === undefined || after === null) return start;
  const keys = parseCursor(String(after));
  const fits = keys?.length === types.length && keys.every((key, at) => SHAPES[types[at] ?? '']?.(key));
  if (!fits) throw badInput([{ path: 'after', code: 'NOT_A_CURSOR' }]);
  return keys[index];
}

function parseCursor(text: string): string[] | undefined {
  try {
    const keys: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string') ? keys : undefined;
  } catch {
    return undefined;
  }
}

/** Before the first row of a page, by direction and SQL type. */
export function startOf(type: string, direction: 'asc' | 'desc'): string {
  const starts: Record<string, [string, string]> = {
    timestamptz: ['-infinity', 'infinity'],
    uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    text: ['', '\u{10FFFF}'],
    integer: ['-2147483648', '2147483647'],
  };
  const range = starts[type];
  if (!range) throw new Error(`no start for the sort key type ${type}`);
  return range[direction === 'asc' ? 0 : 1];
}
