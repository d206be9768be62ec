/** Ids and cursors as the product writes them. */
const bytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');
const letters: Record<string, Buffer> = Object.fromEntries(
  [...'RETMqo'].map((letter) => [letter, Buffer.from(letter)]),
);

export const globalId = (letter: string, ...uuids: string[]): string =>
  Buffer.concat([letters[letter] as Buffer, ...uuids.map(bytes)]).toString('base64url');

/** The row an id names; the patient's too where it has one. */
export function idsIn(id: string): string[] {
  const hex = Buffer.from(id, 'base64url').toString('hex', 1);
  return (hex.match(/.{32}/g) ?? []).map((one) =>
    one.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  );
}

/** A page of which one row more was read than is shown. */
export function pageOf<Row, Node>(
  rows: Row[],
  first: number,
  shape: { node(row: Row): Node; keys(row: Row): unknown[] },
) {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return {
    nodes: shown.map((row) => shape.node(row)),
    pageInfo: {
      hasNextPage: rows.length > first,
      endCursor:
        last === undefined ? null : Buffer.from(JSON.stringify(shape.keys(last))).toString('base64url'),
    },
  };
}

/** Where a page begins; before everything without a cursor. */
export const startAfter = (cursor: string | undefined, start: string[]): string[] =>
  cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[]) : start;

export const NEWEST = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
