import { BirthDate, Link, NhsNumber, Table, type TableColumn, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './caseload.messages.json';
import type { CaseloadRow } from './caseload-documents.ts';

function Name({ row, path }: { row: CaseloadRow; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const { givenName: given, familyName: family, title, preferredName } = row;
  return (
    <>
      <Link to={`${path}/${row.id}`}>{format.name({ given, family, title })}</Link>
      {preferredName && preferredName !== given && (
        <>
          <br />
          <span className="hw-quiet">{t('caseload.preferred', { name: preferredName })}</span>
        </>
      )}
    </>
  );
}

/** What is known of whether a missing number is missing, or not theirs to see. */
type Listed = CaseloadRow & { viewerLabels?: readonly string[] };

const mayBeSeen = ({ viewerLabels }: Listed) => viewerLabels?.includes('GENERAL') ?? true;

type CaseloadTableProps = { rows: readonly Listed[]; caption: string; path: string };

/** Patients by last name, with what staff check by; the link in a row's first cell opens the record. */
export function CaseloadTable({ rows, caption, path }: CaseloadTableProps) {
  const t = useT(messages);
  const missingOf = (row: Listed) => (mayBeSeen(row) ? t('caseload.not-recorded') : t('caseload.not-shared'));
  const columns: TableColumn<Listed>[] = [
    { id: 'name', header: t('caseload.name'), cell: (row) => <Name row={row} path={path} /> },
    {
      id: 'nhs',
      header: t('caseload.nhs-no'),
      cell: (row) => (row.nhsNumber ? <NhsNumber digits={row.nhsNumber} /> : missingOf(row)),
    },
    { id: 'born', header: t('caseload.born'), cell: (row) => <BirthDate date={row.birthDate} /> },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} compact />;
}
