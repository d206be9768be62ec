import { Button, Table } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './front-desk.messages.json';
import type { BulkRow } from './front-desk-documents.ts';
import { csvOf } from './report-csv.ts';

/** Rows that stand on the screen; those that need mending come first. */
const mostShown = 100;

function useRowWords() {
  const t = useT(messages);
  return {
    outcome: ({ outcome }: BulkRow) => t(`bulk.out-${outcome}`),
    mend: ({ faults }: BulkRow) => faults.map((fault) => t(`bulk.fault-${fault}`)).join('. '),
  };
}

/** What each row comes to: a table, and all of it as a file. */
export function BulkReport({ rows }: { rows: readonly BulkRow[] }) {
  const t = useT(messages);
  const words = useRowWords();
  const shown = [...rows]
    .sort(
      (one, other) =>
        Number(other.faults.length > 0) - Number(one.faults.length > 0) || one.line - other.line,
    )
    .slice(0, mostShown);
  const download = () => {
    const head = [t('bulk.line'), t('bulk.name'), t('bulk.outcome'), t('bulk.mend')];
    const lines = rows.map((row) => [row.line, row.name, words.outcome(row), words.mend(row)]);
    const url = URL.createObjectURL(new Blob([csvOf([head, ...lines])], { type: 'text/csv' }));
    const link = Object.assign(document.createElement('a'), { href: url, download: 'report.csv' });
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className="console-no-print">
      <Table
        caption={t('bulk.report')}
        compact
        rows={shown}
        rowKey={({ line }) => String(line)}
        columns={[
          { id: 'line', header: t('bulk.line'), cell: ({ line }) => line },
          { id: 'name', header: t('bulk.name'), cell: ({ name }) => name || t('front.not-given') },
          { id: 'outcome', header: t('bulk.outcome'), cell: words.outcome },
          { id: 'mend', header: t('bulk.mend'), cell: words.mend },
        ]}
      />
      {rows.length > shown.length && <p>{t('bulk.first-rows', { count: shown.length })}</p>}
      <Button type="button" variant="secondary" onClick={download}>
        {t('bulk.download')}
      </Button>
    </div>
  );
}
