import { EmptyState, Link, Page, Table, type TableColumn, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, LabelTag, MoreRows, occurredIn, sourceWords } from '@heldwell/views';
import messages from './record.messages.json';
import type { ResultRow } from './record-documents.ts';
import { useRecordPlace } from './record-layout.tsx';
import { useResults } from './use-record-list.ts';

const places = {
  BELOW: 'record.below',
  WITHIN: 'record.within',
  ABOVE: 'record.above',
  NO_RANGE: 'record.no-range',
} as const;

/** Against the sender's own range, in words; a value outside it is bold, so that it is not said by words alone. */
function Place({ row }: { row: ResultRow }) {
  const t = useT(messages);
  const position = row.detail?.__typename === 'ObservationDetail' ? row.detail.position : 'NO_RANGE';
  const words = t(places[position]);
  return position === 'BELOW' || position === 'ABOVE' ? <strong>{words}</strong> : words;
}

function ResultsTable({ rows, path }: { rows: readonly ResultRow[]; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const columns: TableColumn<ResultRow>[] = [
    {
      id: 'test',
      header: t('record.test'),
      cell: (row) => <Link to={`${path}/entries/${row.id}`}>{row.title}</Link>,
    },
    { id: 'value', header: t('record.value'), cell: (row) => row.summary ?? t('record.not-recorded') },
    { id: 'place', header: t('record.against-range'), cell: (row) => <Place row={row} /> },
    {
      id: 'date',
      header: t('record.date'),
      cell: (row) => <span className="hw-nowrap">{occurredIn(format, row) ?? t('record.not-known')}</span>,
      sort: 'descending',
    },
    { id: 'label', header: t('record.label'), cell: (row) => <LabelTag label={row.label} /> },
    { id: 'source', header: t('record.source'), cell: (row) => sourceWords(row.source) },
    {
      id: 'trend',
      header: t('record.trend'),
      cell: (row) =>
        row.hasTrend ? (
          <Link to={`${path}/entries/${row.id}`}>
            {t('record.see-trend')}
            <span className="nhsuk-u-visually-hidden">{` ${t('record.see-trend-of', { test: row.title ?? '' })}`}</span>
          </Link>
        ) : (
          t('record.no-trend')
        ),
    },
  ];
  return (
    <Table
      caption={t('record.results-caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      compact
    />
  );
}

/** Test results as a table, newest first; each opens with its trend. */
export function ResultsPage() {
  const t = useT(messages);
  const { record, path, name } = useRecordPlace();
  const pages = useResults(record.id);
  return (
    <Page title={t('record.results')} section={name}>
      <Answer to={pages.query} what={t('record.results-what')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('record.results-empty')}>
              <p>{t('record.empty-text')}</p>
            </EmptyState>
          ) : (
            <>
              <ResultsTable rows={pages.rows} path={path} />
              <MoreRows pages={pages} what={t('record.results-what')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
