import { Button, Details, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import see from './see.messages.json';
import messages from './sharing.messages.json';
import type { MyGrant } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

type SingleGrantsProps = { grants: readonly MyGrant[]; onStop: (grant: MyGrant) => void };

function SingleGrant({ grant, onStop }: { grant: MyGrant; onStop: (grant: MyGrant) => void }) {
  const t = useT(messages);
  const seeT = useT(see);
  const { name } = grant.grantee;
  const subject = grant.thread?.subject;
  const hidden = subject
    ? t('sharing.stop-discussion-hidden', { name, subject })
    : t('sharing.stop-entry-hidden', { name });
  return (
    <li className="hw-entry">
      <p>{subject ? t('sharing.discussion-of', { name, subject }) : t('sharing.entry-of', { name })}</p>
      <div className="hw-row">
        <Button type="button" variant="secondary" small onClick={() => onStop(grant)}>
          {t('sharing.stop')} <span className="nhsuk-u-visually-hidden">{hidden}</span>
        </Button>
        <Link to={`/sharing/see/${grant.id}`}>
          {seeT('see.link')}{' '}
          <span className="nhsuk-u-visually-hidden">{seeT('see.link-hidden', { name })}</span>
        </Link>
        <Link to={receiptPath(grant.id, grant.version)}>
          {t('sharing.receipt')} <span className="nhsuk-u-visually-hidden">{hidden}</span>
        </Link>
      </div>
    </li>
  );
}

function Folded({ grants, onStop, summary, what }: SingleGrantsProps & { summary: string; what: string }) {
  if (grants.length === 0) return null;
  return (
    <Details summary={summary}>
      <p>{what}</p>
      <ul className="hw-link-list">
        {grants.map((grant) => (
          <SingleGrant key={grant.id} grant={grant} onStop={onStop} />
        ))}
      </ul>
    </Details>
  );
}

/** Access to one discussion or one entry each, folded away: many, small, and mostly made by writing to a team. */
export function SingleGrants({ grants, onStop }: SingleGrantsProps) {
  const t = useT(messages);
  const discussions = grants.filter(({ thread }) => thread !== null);
  const entries = grants.filter(({ thread }) => thread === null);
  return (
    <>
      <Folded
        grants={discussions}
        onStop={onStop}
        summary={t('sharing.discussions', { count: discussions.length })}
        what={t('sharing.discussions-what')}
      />
      <Folded
        grants={entries}
        onStop={onStop}
        summary={t('sharing.entries', { count: entries.length })}
        what={t('sharing.entries-what')}
      />
    </>
  );
}
