import { ShowMore } from '@heldwell/ui';
import { LoadProblem } from './answer.tsx';
import type { Pages } from './use-pages.ts';

/** The end of a list in pages: how much is shown, a button for more, and what went wrong with asking. */
export function MoreRows<Data, Row>({ pages, total }: { pages: Pages<Data, Row>; total?: number }) {
  const { rows, more } = pages;
  if (more.problem) return <LoadProblem problem={more.problem} retry={more.show} />;
  return <ShowMore onMore={more.show} busy={more.asking} hasMore={more.some} shown={rows.length} total={total} />;
}
