import { Button, Details, Link, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './groups.messages.json';
import type { SharingNow } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

type Version = SharingNow['history']['nodes'][number];

type EndedProps = {
  history: SharingNow['history']['nodes'];
  onRenew: (grant: { id: string; grantee: { name: string } }) => void;
};

function EndedItem({ version, onRenew }: { version: Version; onRenew: EndedProps['onRenew'] }) {
  const t = useT(messages);
  const format = useFormat();
  const { grantId, grantee, recordedAt, cause, receipt } = version;
  const { name } = grantee;
  const words = { name, date: format.date(recordedAt) };
  const title = version.entry?.title;
  return (
    <li className="hw-entry">
      <p>{title ? t('groups.ended-one-on', { ...words, title }) : t('groups.ended-on', words)}</p>
      {cause && <p>{t(`groups.cause-${cause}`)}</p>}
      {receipt.remains.map((part) => (
        <p key={part}>{t(`groups.remains-${part}`)}</p>
      ))}
      <div className="hw-row">
        {cause === 'GIVER_ENDED' && (
          <Button
            type="button"
            variant="secondary"
            small
            onClick={() => onRenew({ id: grantId, grantee: { name } })}
          >
            {t('groups.renew')}{' '}
            <span className="nhsuk-u-visually-hidden">{t('groups.renew-hidden', { name })}</span>
          </Button>
        )}
        <Link to={receiptPath(grantId, version.version)}>
          {t('groups.receipt')}{' '}
          <span className="nhsuk-u-visually-hidden">{t('groups.receipt-for', { name })}</span>
        </Link>
      </div>
    </li>
  );
}

/** Access that ended lately, and what stays readable to those who had it. */
export function Ended({ history, onRenew }: EndedProps) {
  const t = useT(messages);
  const newest = history.filter(
    (one, index) => history.findIndex(({ grantId }) => grantId === one.grantId) === index,
  );
  const ended = newest.filter((one) => one.ended);
  if (ended.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('groups.ended')}</h2>
      <p>{t('groups.ended-what')}</p>
      <Details summary={t('groups.ended-count', { count: ended.length })}>
        <ul className="hw-link-list">
          {ended.map((version) => (
            <EndedItem key={version.grantId} version={version} onRenew={onRenew} />
          ))}
        </ul>
      </Details>
    </section>
  );
}
