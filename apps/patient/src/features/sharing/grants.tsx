import { Button, ButtonLink } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { GrantSummary, type ShownGrant } from '@heldwell/views';
import messages from './sharing.messages.json';

type GrantCardProps = { grant: ShownGrant; onStop: (grant: ShownGrant) => void };

/** One grant with what may be done about it; what a court ordered the patient cannot end. */
function GrantCard({ grant, onStop }: GrantCardProps) {
  const t = useT(messages);
  const { name } = grant.grantee;
  if (grant.basis === 'COURT_ORDER') {
    return (
      <GrantSummary grant={grant} own headingLevel={3}>
        <p>{t('sharing.court-order')}</p>
      </GrantSummary>
    );
  }
  return (
    <GrantSummary grant={grant} own headingLevel={3}>
      <div className="hw-row">
        <ButtonLink to={`/sharing/change/${grant.id}`} variant="secondary" small>
          {t('sharing.change-for', { name })}
        </ButtonLink>
        <Button type="button" variant="secondary" small onClick={() => onStop(grant)}>
          {t('sharing.stop')}{' '}
          <span className="nhsuk-u-visually-hidden">{t('sharing.stop-hidden', { name })}</span>
        </Button>
      </div>
    </GrantSummary>
  );
}

type GrantsProps = {
  heading: string;
  empty: string;
  grants: readonly ShownGrant[];
  onStop: (grant: ShownGrant) => void;
};

/** The grants of one part of the page, or that there are none. */
export function Grants({ heading, empty, grants, onStop }: GrantsProps) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      {grants.length === 0 && <p>{empty}</p>}
      {grants.map((grant) => (
        <GrantCard key={grant.id} grant={grant} onStop={onStop} />
      ))}
    </section>
  );
}
