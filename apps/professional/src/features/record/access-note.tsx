import { useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './record.messages.json';
import type { RecordShell } from './record-documents.ts';
import { emergencyEnd } from './record-words.ts';

/** What is unusual about the access: an emergency and when it closes, a court's order, or access that has ended. */
export function AccessNote({ record }: { record: RecordShell }) {
  const t = useT(messages);
  const format = useFormat();
  const { viewerAccess, viewerGrants } = record;
  const closes = emergencyEnd(viewerGrants);
  const orders = viewerGrants.filter(({ basis }) => basis === 'COURT_ORDER');
  return (
    <>
      {closes && (
        <p className="console-access console-access--emergency" role="status">
          <strong>{t('record.emergency', { at: format.dateTime(closes) })}</strong>{' '}
          {t(viewerAccess === 'EMERGENCY' ? 'record.emergency-text' : 'record.emergency-besides')}
        </p>
      )}
      {orders.map(({ id, reference }) => (
        <p key={id} className="console-access">
          {t('record.court-order-text', { reference: reference ?? '' })}
        </p>
      ))}
      {viewerAccess === 'OWN_WRITING' && (
        <p className="console-access" role="status">
          <strong>{t('record.ended')}.</strong> {t('record.kept-text')}
        </p>
      )}
    </>
  );
}
