import { Button, Details } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ShownGrant } from '@heldwell/views';
import messages from './sharing.messages.json';

type DiscussionGrantsProps = { grants: readonly ShownGrant[]; onStop: (grant: ShownGrant) => void };

/** Access to one discussion each, folded away: many, small, and made by writing to a team. */
export function DiscussionGrants({ grants, onStop }: DiscussionGrantsProps) {
  const t = useT(messages);
  const some = grants.flatMap((grant) =>
    grant.thread ? [{ grant, subject: grant.thread.subject ?? '' }] : [],
  );
  if (some.length === 0) return null;
  return (
    <Details summary={t('sharing.discussions', { count: some.length })}>
      <p>{t('sharing.discussions-what')}</p>
      <ul className="hw-link-list">
        {some.map(({ grant, subject }) => (
          <li key={grant.id} className="hw-entry">
            <p>{t('sharing.discussion-of', { name: grant.grantee.name, subject })}</p>
            <Button type="button" variant="secondary" small onClick={() => onStop(grant)}>
              {t('sharing.stop')}{' '}
              <span className="nhsuk-u-visually-hidden">
                {t('sharing.stop-discussion-hidden', { name: grant.grantee.name, subject })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Details>
  );
}
