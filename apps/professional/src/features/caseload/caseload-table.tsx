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

type CaseloadTableProps = { rows: readonly CaseloadRow[]; caption: string; path: string };

/** Patients by last name, with what staff check by; the link in a row's first cell opens the record. */
export function CaseloadTable({ rows, caption, path }: CaseloadTableProps) {
  const t = useT(messages);
  const columns: TableColumn<CaseloadRow>[] = [
    { id: 'name', header: t('caseload.name'), cell: (row) => <Name row={row} path={path} /> },
    {
      id: 'nhs',
      header: t('caseload.nhs-no'),
      cell: (row) => (row.nhsNumber ? <NhsNumber digits={row.nhsNumber} /> : t('caseload.not-recorded')),
    },
    { id: 'born', header: t('caseload.born'), cell: (row) => <BirthDate date={row.birthDate} /> },
  ];
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} compact />;
}
