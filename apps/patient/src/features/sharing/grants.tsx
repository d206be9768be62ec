import { Button, ButtonLink, InsetText, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { GrantSummary, GrantTags } from '@heldwell/views';
import messages from './groups.messages.json';
import see from './see.messages.json';
import sharingMessages from './sharing.messages.json';
import type { MyGrant } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

/** What may be done about a grant. */
export type GrantActs = { onStop: (grant: MyGrant) => void; onRenew: (grant: MyGrant) => void };

type GrantCardProps = { grant: MyGrant } & GrantActs;

/** Who gave it where it was not the patient, and why. */
export function GrantNotes({ grant, onRenew }: { grant: MyGrant } & Pick<GrantActs, 'onRenew'>) {
  const t = useT(messages);
  const { givenForPatient, givenBy, cause, reason, grantee } = grant;
  const isNarrowed = cause === 'GIVER_NARROWED';
  return (
    <>
      {reason && <p>{t('groups.reason', { reason })}</p>}
      {givenForPatient && (
        <InsetText>
          <p>{t('groups.given-for-you', { name: givenBy })}</p>
          {isNarrowed && <p>{t('groups.giver-narrowed', { name: givenBy })}</p>}
          {isNarrowed && (
            <Button type="button" variant="secondary" small onClick={() => onRenew(grant)}>
              {t('groups.renew')}{' '}
              <span className="nhsuk-u-visually-hidden">
                {t('groups.renew-hidden', { name: grantee.name })}
              </span>
            </Button>
          )}
        </InsetText>
      )}
    </>
  );
}

/** One grant with what may be done about it; what a court ordered the patient cannot end. */
function GrantCard({ grant, onStop, onRenew }: GrantCardProps) {
  const t = useT(messages);
  const sharingT = useT(sharingMessages);
  const seeT = useT(see);
  const { name } = grant.grantee;
  const isOrder = grant.basis === 'COURT_ORDER';
  return (
    <GrantSummary grant={grant} own headingLevel={3}>
      <GrantTags grant={grant} />
      <GrantNotes grant={grant} onRenew={onRenew} />
      {isOrder && <p>{sharingT('sharing.court-order')}</p>}
      {!isOrder && (
        <div className="hw-row">
          {grant.labels.length > 0 && (
            <ButtonLink to={`/sharing/change/${grant.id}`} variant="secondary" small>
              {sharingT('sharing.change-for', { name })}
            </ButtonLink>
          )}
          <Button type="button" variant="secondary" small onClick={() => onStop(grant)}>
            {sharingT('sharing.stop')}{' '}
            <span className="nhsuk-u-visually-hidden">{sharingT('sharing.stop-hidden', { name })}</span>
          </Button>
        </div>
      )}
      {grant.grantee.kind !== 'APP' && (
        <p>
          <Link to={`/sharing/see/${grant.id}`}>
            {seeT('see.link')}{' '}
            <span className="nhsuk-u-visually-hidden">{seeT('see.link-hidden', { name })}</span>
          </Link>
        </p>
      )}
      <p>
        <Link to={receiptPath(grant.id, grant.version)}>
          {t('groups.receipt')}{' '}
          <span className="nhsuk-u-visually-hidden">{t('groups.receipt-for', { name })}</span>
        </Link>
      </p>
    </GrantSummary>
  );
}

type GrantsProps = { heading: string; empty: string; grants: readonly MyGrant[] } & GrantActs;

/** The grants of one part of the page, or that there are none. */
export function Grants({ heading, empty, grants, ...acts }: GrantsProps) {
  return (
    <section>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      {grants.length === 0 && <p>{empty}</p>}
      {grants.map((grant) => (
        <GrantCard key={grant.id} grant={grant} {...acts} />
      ))}
    </section>
  );
}
