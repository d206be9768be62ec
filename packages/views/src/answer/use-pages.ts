import {
  type OperationProblem,
  type ScreenQuery,
  type Topic,
  useHeldwell,
  useScreenQuery,
} from '@heldwell/client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

/** One page of a list, and where it ends. */
export type ListPage<Row> = {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

type Paged = { after?: string | null | undefined };
type Question<Data, Variables extends Paged> = Parameters<typeof useScreenQuery<Data, Variables>>[0];

/** A list in pages: the first page's question, all rows so far, and the way to more. */
export type Pages<Data, Row> = {
  query: ScreenQuery<Data>;
  rows: readonly Row[];
  more: { some: boolean; asking: boolean; problem: OperationProblem | undefined; show: () => void };
};

type Options<Data, Variables extends Paged, Row> = {
  query: Question<Data, Variables>;
  /** The question's variables without `after`. */
  variables: Omit<Variables, 'after'>;
  /** The page in an answer; null when the thing it belongs to is not there. */
  pick: (data: Data) => ListPage<Row> | null | undefined;
  /** Asks again when one of these changes; keep the array the same between renders. */
  on?: readonly Topic[];
};

type Older<Row> = { key: string; pages: ListPage<Row>[]; asking: boolean; problem?: OperationProblem };

/** Asks for pages after a cursor, one after the other; stops at the end, or at the first that cannot be had. */
function useAskOn<Data, Variables extends Paged, Row>({
  query,
  variables,
  pick,
}: Options<Data, Variables, Row>) {
  const { urql } = useHeldwell();
  const asked = useRef({ query, variables, pick });
  asked.current = { query, variables, pick };
  return useCallback(
    async (after: string | null, count: number) => {
      const pages: ListPage<Row>[] = [];
      let cursor = after;
      while (pages.length < count) {
        const now = asked.current;
        const { data, error } = await urql
          .query(now.query, { ...now.variables, after: cursor } as unknown as Variables)
          .toPromise();
        const page = data ? now.pick(data) : undefined;
        const problem: OperationProblem = { kind: error?.networkError ? 'offline' : 'broken', fields: [] };
        if (!page) return { pages, problem };
        pages.push(page);
        if (!page.pageInfo.hasNextPage) break;
        cursor = page.pageInfo.endCursor;
      }
      return { pages };
    },
    [urql],
  );
}

/** The pages behind the first: asked for one by one, and anew whenever the first page was. */
function useOlderPages<Data, Variables extends Paged, Row>(
  options: Options<Data, Variables, Row>,
  answer: { data: Data | undefined; after: string | null },
) {
  const key = JSON.stringify(options.variables);
  const [older, setOlder] = useState<Older<Row>>({ key, pages: [], asking: false });
  const mine: Older<Row> = older.key === key ? older : { key, pages: [], asking: false };
  const turn = useRef(0);
  const askOn = useAskOn(options);
  const fill = useCallback(
    async (kept: ListPage<Row>[], after: string | null, count: number) => {
      turn.current += 1;
      const thisTurn = turn.current;
      setOlder((held) => ({ key, pages: held.key === key ? held.pages : [], asking: true }));
      const { pages, problem } = await askOn(after, count);
      if (turn.current !== thisTurn) return;
      setOlder({ key, pages: [...kept, ...pages], asking: false, ...(problem && { problem }) });
    },
    [askOn, key],
  );
  const held = useRef(mine);
  held.current = mine;
  const { data, after } = answer;
  useEffect(() => {
    const count = held.current.pages.length;
    if (data === undefined || count === 0) return;
    if (after === null) setOlder({ key, pages: [], asking: false });
    else void fill([], after, count);
  }, [data, after, key, fill]);
  return { ...mine, fill };
}

/**
 * A list that grows by "Show more". When the first page is asked anew, because something changed, the pages behind it
 * are asked anew too, so that what may no longer be seen goes from all of them.
 */
export function usePages<Data, Variables extends Paged, Row>(
  options: Options<Data, Variables, Row>,
): Pages<Data, Row> {
  const { query, variables, pick, on } = options;
  const asked = { ...variables, after: null } as unknown as Variables;
  const first = useScreenQuery<Data, Variables>(query, asked, on ? { on } : {});
  const page = first.data === undefined ? undefined : pick(first.data);
  const after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const older = useOlderPages(options, { data: first.data, after });
  const rows = useMemo(
    () => [page, ...older.pages].flatMap((each) => each?.nodes ?? []),
    [page, older.pages],
  );
  const last = (older.pages.at(-1) ?? page)?.pageInfo;
  return {
    query: first,
    rows,
    more: {
      some: last?.hasNextPage ?? false,
      asking: older.asking,
      problem: older.problem,
      show: () => void older.fill(older.pages, last?.endCursor ?? null, 1),
    },
  };
}
