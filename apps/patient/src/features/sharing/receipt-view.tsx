import { Button, SummaryList, type SummaryRow, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useBasisWords, useEndWords, useLabelName, useRightName } from '@heldwell/views';
import type { ShownReceipt } from './history-query.ts';
import messages from './receipt.messages.json';

type ReceiptViewProps = { receipt: ShownReceipt; subject?: string | null };

type Row = { key: string; value: string | null | undefined };

/** The facts of a receipt as pairs; what does not apply is left out. */
function useRows({ receipt, subject }: ReceiptViewProps): SummaryRow[] {
  const t = useT(messages);
  const format = useFormat();
  const nameOf = useLabelName();
  const rightOf = useRightName();
  const basisOf = useBasisWords();
  const endOf = useEndWords();
  const { event, at, by, patient, grantee, granteeKind, basis, cause, reason, reference } = receipt;
  const { labels, labelsBefore, summaryLabels, rights, rightsBefore, validFrom, entry } = receipt;
  const isOver = event === 'ENDED';
  const isAll = event === 'STOPPED' || event === 'RESUMED';
  const list = (words: readonly string[]) => words.join(', ');
  const thing = entry?.title ? t('receipt.entry', { title: entry.title }) : null;
  const single = subject ? t('receipt.discussion', { subject }) : t('receipt.single');
  const record = labels.length > 0 ? list(labels.map(nameOf)) : (thing ?? single);
  const seen =
    summaryLabels.length > 0 ? t('receipt.summary', { labels: list(summaryLabels.map(nameOf)) }) : record;
  const end = endOf(receipt, true) ?? t('receipt.no-end');
  const rows: Row[] = [
    { key: t('receipt.record'), value: patient },
    { key: t('receipt.with'), value: isAll ? t('receipt.everybody') : grantee },
    {
      key: t('receipt.what-they-are'),
      value: granteeKind && t(`receipt.kind-${basis === 'EMERGENCY' ? basis : granteeKind}`),
    },
    { key: t('receipt.when'), value: format.dateTime(at) },
    { key: t('receipt.by'), value: by },
    { key: t('receipt.sees'), value: isAll ? null : isOver ? t('receipt.nothing-new') : seen },
    { key: t('receipt.saw'), value: isOver && thing ? thing : list(labelsBefore.map(nameOf)) },
    { key: t('receipt.does'), value: list(rights.map(rightOf)) },
    { key: t('receipt.did'), value: list(rightsBefore.map(rightOf)) },
    { key: t('receipt.from'), value: isOver ? null : validFrom && format.dateTime(validFrom) },
    { key: t('receipt.until'), value: isAll || isOver ? null : end },
    { key: t('receipt.basis'), value: basis && basisOf(basis, true) },
    { key: t('receipt.cause'), value: cause && t(`receipt.cause-${cause}`) },
    { key: t('receipt.reason'), value: reason },
    { key: t('receipt.reference'), value: reference },
  ];
  return rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []));
}

/** Hands over a receipt as a file, as the server said it. */
function download(receipt: ShownReceipt): void {
  const file = new Blob([`${JSON.stringify(receipt, null, 2)}\n`], { type: 'application/json' });
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = `heldwell-receipt-${receipt.at.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(address);
}

/** A receipt in plain words: who, what, why, until when, and what remains visible after. To print, and as a file. */
export function ReceiptView({ receipt, subject }: ReceiptViewProps) {
  const t = useT(messages);
  const rows = useRows({ receipt, subject });
  const { event, remains, grantee } = receipt;
  return (
    <>
      <p>{t(`receipt.event-${event}`, { name: grantee ?? '' })}</p>
      <SummaryList rows={rows} />
      {remains.length > 0 && (
        <section>
          <h2 className="nhsuk-heading-m">{t('receipt.remains')}</h2>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {remains.map((part) => (
              <li key={part}>{t(`receipt.remains-${part}`)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="hw-row hw-no-print">
        <Button type="button" variant="secondary" onClick={() => window.print()}>
          {t('receipt.print')}
        </Button>
        <Button type="button" variant="secondary" onClick={() => download(receipt)}>
          {t('receipt.json')}
        </Button>
      </div>
    </>
  );
}
