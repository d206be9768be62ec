import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** One column. The first column's cells are the rows' headers. */
export interface TableColumn<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The order the rows are in by this column. */
  sort?: 'ascending' | 'descending' | 'none';
  /** Makes the header a button that sorts. */
  onSort?: () => void;
  /** Keeps the header for screen readers alone: a column of buttons or checkboxes. */
  headerHidden?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  columns: TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On a phone each row becomes a block with its column names; true unless told otherwise. */
  responsive?: boolean;
  compact?: boolean;
}

function ColumnHeader<Row>({ column, role }: { column: TableColumn<Row>; role?: 'columnheader' }) {
  const { header, numeric, sort, onSort, headerHidden } = column;
  const words = headerHidden ? <span className="nhsuk-u-visually-hidden">{header}</span> : header;
  return (
    <th
      className={classNames('nhsuk-table__header', numeric && 'nhsuk-table__header--numeric')}
      scope="col"
      role={role}
      aria-sort={sort}
    >
      {onSort ? (
        <button type="button" className="hw-sort" data-sort={sort} onClick={onSort}>
          {words}
        </button>
      ) : (
        words
      )}
    </th>
  );
}

function Cell<Row>({
  column,
  row,
  first,
  responsive,
}: {
  column: TableColumn<Row>;
  row: Row;
  first: boolean;
  responsive: boolean;
}) {
  const words = (
    <>
      {responsive && (
        <span className="nhsuk-table__heading" aria-hidden="true">
          {`${column.header} `}
        </span>
      )}
      {column.cell(row)}
    </>
  );
  if (first) {
    return (
      <th className="nhsuk-table__header" scope="row" role={responsive ? 'rowheader' : undefined}>
        {words}
      </th>
    );
  }
  return (
    <td
      className={classNames('nhsuk-table__cell', column.numeric && 'nhsuk-table__cell--numeric')}
      role={responsive ? 'cell' : undefined}
    >
      {words}
    </td>
  );
}

/**
 * A real table. The roles repeat the elements because a responsive table's CSS takes their meaning away
 * in some browsers.
 */
export function Table<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  responsive = true,
  compact,
}: TableProps<Row>) {
  const role = <R extends string>(name: R): R | undefined => (responsive ? name : undefined);
  return (
    <table
      className={classNames(
        'nhsuk-table',
        compact && 'nhsuk-table--compact',
        responsive && 'nhsuk-table--responsive',
      )}
      role={role('table')}
    >
      <caption
        className={classNames(
          'nhsuk-table__caption nhsuk-table__caption--m',
          captionHidden && 'nhsuk-u-visually-hidden',
        )}
      >
        {caption}
      </caption>
      <thead className="nhsuk-table__head" role={role('rowgroup')}>
        <tr className="nhsuk-table__row" role={role('row')}>
          {columns.map((column) => (
            <ColumnHeader key={column.id} column={column} role={role('columnheader')} />
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {rows.map((row) => (
          <tr className="nhsuk-table__row" role={role('row')} key={rowKey(row)}>
            {columns.map((column, index) => (
              <Cell key={column.id} column={column} row={row} first={index === 0} responsive={responsive} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
