import { ShowMore } from '@heldwell/ui';
import { ProblemState } from './answer.tsx';
import type { Pages } from './use-pages.ts';

type MoreRowsProps<Data, Row> = {
  pages: Pages<Data, Row>;
  /** What the list is of, as it stands in a sentence: "your messages". */
  what: string;
  /** How many there are in all, where that is known. */
  total?: number;
};

/** The end of a list in pages: how much is shown, a button for more, and what went wrong with asking. */
export function MoreRows<Data, Row>({ pages, what, total }: MoreRowsProps<Data, Row>) {
  const { rows, more } = pages;
  if (more.problem) return <ProblemState problem={more.problem} what={what} retry={more.show} />;
  return (
    <ShowMore onMore={more.show} busy={more.asking} hasMore={more.some} shown={rows.length} total={total} />
  );
}
