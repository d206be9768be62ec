import { Link, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLabelName } from '@heldwell/views';
import groups from './groups.messages.json';
import type { SharingHistory } from './history-query.ts';
import messages from './sharing.messages.json';
import { receiptPath, stopReceiptPath } from './use-given-words.ts';

type Version = SharingHistory['history']['nodes'][number];

/** What happened to sight of one entry, as one sentence. */
function useWhatOfOne(): (version: Version, title: string) => string {
  const t = useT(messages);
  return ({ givenBy: giver, grantee, ended, version }, title) => {
    const words = { giver, name: grantee.name, title };
    if (ended) return t('sharing.history-ended-one', words);
    return t(version === 1 ? 'sharing.history-gave-one' : 'sharing.history-changed-one', words);
  };
}

/** What happened, as one sentence; a grant without labels is for one thing, named where it is still known. */
function useWhat({ version: one, subject }: { version: Version; subject?: string | null }): string {
  const t = useT(messages);
  const nameOf = useLabelName();
  const ofOne = useWhatOfOne();
  const { givenBy: giver, grantee, labels, summaryLabels, ended, version } = one;
  const words = { giver, name: grantee.name, labels: labels.map(nameOf).join(', ') };
  if (one.entry?.title) return ofOne(one, one.entry.title);
  if (ended) return t('sharing.history-ended', words);
  if (summaryLabels.length > 0) return t('sharing.history-emergency', words);
  if (one.basis === 'COURT_ORDER') return t('sharing.history-court', words);
  if (labels.length > 0) return t(version === 1 ? 'sharing.history-gave' : 'sharing.history-changed', words);
  return subject
    ? t('sharing.history-subject', { ...words, subject })
    : t('sharing.history-discussion', words);
}

/** One decision about one grant, and its receipt. */
export function VersionItem({ version: one, subject }: { version: Version; subject?: string | null }) {
  const t = useT(messages);
  const groupsT = useT(groups);
  const format = useFormat();
  const what = useWhat({ version: one, subject });
  const { grantId, version, givenBy, givenForPatient, grantee, ended, validUntil, cause, reason } = one;
  const date = format.dateTime(one.recordedAt);
  const isOpening = one.summaryLabels.length > 0 && !ended;
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{date}</span>
      <br />
      {what}
      {!ended && validUntil && ` ${t('sharing.history-until', { date: format.dateTime(validUntil) })}`}
      {givenForPatient && ` ${t('sharing.history-for-you', { giver: givenBy })}`}
      {cause && ` ${groupsT(`groups.cause-${cause}`)}`}
      {reason && (
        <>
          <br />
          {t('sharing.history-reason', { reason })}
        </>
      )}
      {isOpening && (
        <>
          <br />
          {t(`sharing.review-${one.emergencyReview ?? 'waiting'}`)}
        </>
      )}
      <br />
      <Link to={receiptPath(grantId, version)}>
        {t('sharing.history-receipt')}{' '}
        <span className="nhsuk-u-visually-hidden">
          {t('sharing.history-receipt-of', { date, name: grantee.name })}
        </span>
      </Link>
    </li>
  );
}

/** Every time all sharing was stopped, each with its receipt. */
export function Stops({ stops }: { stops: SharingHistory['stops'] }) {
  const t = useT(messages);
  const format = useFormat();
  if (stops.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('sharing.history-stops')}</h2>
      <ul className="hw-link-list">
        {stops.map(({ stoppedAt, resumedAt, reason }) => (
          <li key={stoppedAt} className="hw-entry">
            <span className="hw-quiet">{format.dateTime(stoppedAt)}</span>
            <br />
            {t('sharing.history-stopped')}
            {resumedAt && ` ${t('sharing.history-resumed', { date: format.dateTime(resumedAt) })}`}
            {reason && ` ${t('sharing.history-reason', { reason })}`}
            <br />
            <Link to={stopReceiptPath(stoppedAt)}>
              {t('sharing.history-receipt')}{' '}
              <span className="nhsuk-u-visually-hidden">{format.dateTime(stoppedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
