import { useScreenQuery } from '@heldwell/client';
import { BackLink, Button, ButtonLink, NotificationBanner, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EndAccess, GrantSummary, GrantTags, Invitations, type ShownGrant } from '@heldwell/views';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Manages, type Whose } from './manages.tsx';
import messages from './sharing.messages.json';
import { type ManagedRecord, ManagedSharingQuery } from './sharing-documents.ts';

const topics = ['sharing'] as const;

/** One grant the carer gave, and the way to end it. */
function Given({ grant, onEnd }: { grant: ShownGrant; onEnd: () => void }) {
  const t = useT(messages);
  const { name } = grant.grantee;
  return (
    <GrantSummary grant={grant} headingLevel={3}>
      <GrantTags grant={grant} />
      <Button type="button" variant="secondary" small onClick={onEnd}>
        {t('sharing.end')}{' '}
        <span className="nhsuk-u-visually-hidden">{t('sharing.end-hidden', { name })}</span>
      </Button>
    </GrantSummary>
  );
}

type ListProps = { found: ManagedRecord; whose: Whose; onDone: (done: string) => void };

function GivenList({ found, whose: { name, path }, onDone }: ListProps) {
  const t = useT(messages);
  const [ending, setEnding] = useState<ShownGrant | null>(null);
  const { grantsGivenByViewer: grants, invitationsGivenByViewer: invitations } = found;
  return (
    <>
      <p>{t('sharing.intro', { name })}</p>
      <ButtonLink to={`${path}/access/sharing/new`}>{t('share.title')}</ButtonLink>
      <h2 className="nhsuk-heading-m">{t('sharing.given')}</h2>
      {grants.length === 0 && <p>{t('sharing.nothing-given')}</p>}
      {grants.map((grant) => (
        <Given key={grant.id} grant={grant} onEnd={() => setEnding(grant)} />
      ))}
      <Invitations invitations={invitations} onWithdrawn={onDone} />
      <p>{t('sharing.not-yours', { name })}</p>
      <EndAccess
        grant={ending}
        onClose={() => setEnding(null)}
        onEnded={(done) => {
          setEnding(null);
          onDone(done);
        }}
      />
    </>
  );
}

/** What a carer gave others for the person they care for: who, what, until when, and its end. */
export function ManagedPage(whose: Whose) {
  const t = useT(messages);
  const { state } = useLocation();
  const [ended, setEnded] = useState<string | null>(null);
  const query = useScreenQuery(ManagedSharingQuery, { id: whose.record }, { on: topics });
  const done = ended ?? (state as { done?: string } | null)?.done;
  const banner = done && (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{done}</p>
    </NotificationBanner>
  );
  return (
    <Page
      title={t('sharing.title')}
      section={whose.name}
      before={
        <>
          <BackLink to={`${whose.path}/access`}>{t('sharing.back')}</BackLink>
          {banner}
        </>
      }
    >
      <Manages to={query} whose={whose}>
        {(found) => <GivenList found={found} whose={whose} onDone={setEnded} />}
      </Manages>
    </Page>
  );
}
