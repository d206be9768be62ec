import { useScreenQuery } from '@heldwell/client';
import { ButtonLink, LinkList, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ShownGrant } from '@heldwell/views';
import { useState } from 'react';
import { MyRecord } from '../../my-record/index.ts';
import { DiscussionGrants } from './discussion-grants.tsx';
import { Grants } from './grants.tsx';
import { Invitations } from './invitations.tsx';
import { DoneBanner } from './just-done.tsx';
import messages from './sharing.messages.json';
import { type SharingNow, SharingQuery } from './sharing-query.ts';
import { StopDialog } from './stop-dialog.tsx';
import lookedMessages from './who-looked.messages.json';

const onSharing = ['sharing'] as const;

const isOpen = ({ state }: ShownGrant) => state === 'IN_FORCE' || state === 'FUTURE';

function SharingContent({ sharing, onDone }: { sharing: SharingNow; onDone: (words: string) => void }) {
  const t = useT(messages);
  const [stopping, setStopping] = useState<ShownGrant | null>(null);
  const open = sharing.grants.filter(isOpen);
  const forRecord = open.filter(({ thread }) => thread === null);
  const carers = forRecord.filter(({ grantee }) => grantee.kind === 'CARER');
  const teams = forRecord.filter(({ grantee }) => grantee.kind !== 'CARER');
  return (
    <>
      <Grants
        heading={t('sharing.teams')}
        empty={t('sharing.no-teams')}
        grants={teams}
        onStop={setStopping}
      />
      <ButtonLink to="/sharing/team">{t('sharing.share-team')}</ButtonLink>
      <Grants
        heading={t('sharing.carers')}
        empty={t('sharing.no-carers')}
        grants={carers}
        onStop={setStopping}
      />
      <ButtonLink to="/sharing/carer" variant="secondary">
        {t('sharing.invite-carer')}
      </ButtonLink>
      <DiscussionGrants grants={open} onStop={setStopping} />
      <Invitations
        invitations={sharing.invitations}
        onWithdrawn={(name) => onDone(t('sharing.withdrawn', { name }))}
      />
      <StopDialog
        grant={stopping}
        onClose={() => setStopping(null)}
        onStopped={(name) => {
          setStopping(null);
          onDone(t('sharing.stopped', { name }));
        }}
      />
    </>
  );
}

/** Who sees which part of the record, and the ways to change it. */
export function SharingScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(SharingQuery, {}, { on: onSharing });
  const [done, setDone] = useState<string | null>(null);
  const looked = useT(lookedMessages);
  const whoLooked = {
    to: '/sharing/who-looked',
    label: looked('sharing.who-looked'),
    hint: looked('sharing.who-looked-what'),
  };
  const history = { to: '/sharing/history', label: t('sharing.history'), hint: t('sharing.history-what') };
  return (
    <Page title={t('sharing.title')} before={<DoneBanner done={done} />}>
      <p>{t('sharing.intro')}</p>
      <MyRecord answer={answer} what={t('sharing.what')}>
        {({ sharing }) => sharing && <SharingContent sharing={sharing} onDone={setDone} />}
      </MyRecord>
      <LinkList items={[whoLooked, history]} label={t('sharing.more')} />
    </Page>
  );
}
