import { Button, Details, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { GrantTags, useEndWords } from '@heldwell/views';
import { type GrantActs, GrantNotes } from './grants.tsx';
import see from './see.messages.json';
import messages from './sharing.messages.json';
import type { MyGrant } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

type SingleGrantsProps = { grants: readonly MyGrant[] } & GrantActs;
type SingleGrantProps = { grant: MyGrant } & GrantActs;

/** The one thing it is for with its grantee, as it stands in the list and as a button's hidden words say it. */
function useNames(): (grant: MyGrant) => { shown: string; hidden: string } {
  const t = useT(messages);
  return ({ grantee: { name }, thread, entry }) => {
    const of = (subject: string) => t('sharing.stop-discussion-hidden', { name, subject });
    if (thread?.subject) {
      const { subject } = thread;
      return { shown: t('sharing.discussion-of', { name, subject }), hidden: of(subject) };
    }
    return entry?.title
      ? { shown: t('sharing.entry-named', { name, title: entry.title }), hidden: of(entry.title) }
      : { shown: t('sharing.entry-of', { name }), hidden: t('sharing.stop-entry-hidden', { name }) };
  };
}

function SingleGrant({ grant, onStop, onRenew }: SingleGrantProps) {
  const t = useT(messages);
  const seeT = useT(see);
  const namesOf = useNames();
  const endOf = useEndWords();
  const { name } = grant.grantee;
  const { shown, hidden } = namesOf(grant);
  const until = endOf(grant, true);
  return (
    <li className="hw-entry">
      <p>
        {shown}
        {until && (
          <>
            <br />
            <span className="hw-quiet">{t('sharing.entry-until', { until })}</span>
          </>
        )}
      </p>
      <GrantTags grant={grant} />
      <GrantNotes grant={grant} onRenew={onRenew} />
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

function List({ grants, ...acts }: SingleGrantsProps) {
  return (
    <ul className="hw-link-list">
      {grants.map((grant) => (
        <SingleGrant key={grant.id} grant={grant} {...acts} />
      ))}
    </ul>
  );
}

/**
 * Access to one discussion or one entry each. Discussions are folded away: many, small, and mostly made by writing to a
 * team. An entry somebody chose to share stands open, by its name.
 */
export function SingleGrants({ grants, ...acts }: SingleGrantsProps) {
  const t = useT(messages);
  const discussions = grants.filter(({ thread }) => thread !== null);
  const entries = grants.filter(({ thread }) => thread === null);
  return (
    <>
      {entries.length > 0 && (
        <section>
          <h2 className="nhsuk-heading-m">{t('sharing.entries')}</h2>
          <p>{t('sharing.entries-what')}</p>
          <List grants={entries} {...acts} />
        </section>
      )}
      {discussions.length > 0 && (
        <Details summary={t('sharing.discussions', { count: discussions.length })}>
          <p>{t('sharing.discussions-what')}</p>
          <List grants={discussions} {...acts} />
        </Details>
      )}
    </>
  );
}
