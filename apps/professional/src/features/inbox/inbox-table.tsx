import { Link, Table, type TableColumn, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelTag } from '@heldwell/views';
import type { ReactNode } from 'react';
import messages from './inbox.messages.json';
import type { InboxRow } from './inbox-documents.ts';
import { useNow } from './use-now.ts';

/** Unread rows are bold, and say their count in words in the last column. */
function Weighted({ row, children }: { row: InboxRow; children: ReactNode }) {
  return row.unreadCount > 0 ? <strong>{children}</strong> : children;
}

function PatientLink({ row, to }: { row: InboxRow; to: string }) {
  const format = useFormat();
  const { givenName: given, familyName: family, title } = row.record;
  return (
    <Link to={to}>
      <Weighted row={row}>{format.name({ given, family, title })}</Weighted>
      <span className="nhsuk-u-visually-hidden">{`: ${row.subject ?? ''}`}</span>
    </Link>
  );
}

function Age({ at }: { at: string }) {
  const format = useFormat();
  const now = useNow();
  const ago = format.ago(at, now);
  const day = format.date(at);
  return (
    <time dateTime={at} className="hw-nowrap">
      {ago !== day && (
        <>
          {ago}
          <br />
        </>
      )}
      <span className="hw-quiet">{format.dateTime(at)}</span>
    </time>
  );
}

/** The discussions of an inbox as a real table; the link in a row's first cell opens it. */
export function InboxTable({
  rows,
  caption,
  linkTo,
}: {
  rows: readonly InboxRow[];
  caption: string;
  linkTo: (row: InboxRow) => string;
}) {
  const t = useT(messages);
  const columns: TableColumn<InboxRow>[] = [
    { id: 'patient', header: t('inbox.patient'), cell: (row) => <PatientLink row={row} to={linkTo(row)} /> },
    {
      id: 'subject',
      header: t('inbox.subject'),
      cell: (row) => <Weighted row={row}>{row.subject}</Weighted>,
    },
    { id: 'label', header: t('inbox.label'), cell: (row) => <LabelTag label={row.label} /> },
    {
      id: 'last',
      header: t('inbox.last-message'),
      cell: (row) => (
        <span className="console-preview">
          {t('inbox.by', { author: row.lastAuthor ?? '', preview: row.preview ?? '' })}
        </span>
      ),
    },
    { id: 'age', header: t('inbox.age'), cell: (row) => <Age at={row.lastMessageAt} />, sort: 'descending' },
    {
      id: 'unread',
      header: t('inbox.unread'),
      cell: (row) =>
        row.unreadCount > 0 ? (
          <strong className="hw-nowrap">{t('inbox.unread-count', { count: row.unreadCount })}</strong>
        ) : (
          t('inbox.nothing-unread')
        ),
    },
  ];
  return (
    <Table caption={caption} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} compact />
  );
}
