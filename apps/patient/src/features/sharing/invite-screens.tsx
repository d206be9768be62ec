import { BackLink, Button, InsetText, Link, Page, TextInput, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import groups from './groups.messages.json';
import { type CarerInvited, InviteForm } from './invite-form.tsx';
import messages from './sharing.messages.json';

/** What became of an invitation: mailed, or a link to pass on. */
function Invited({ invited }: { invited: CarerInvited }) {
  const { link } = invited;
  return link === null ? <Mailed invited={invited} /> : <LinkToPassOn invited={invited} link={link} />;
}

/** It was mailed: to whom, until when, and what to do when it does not arrive. */
function Mailed({ invited }: { invited: CarerInvited }) {
  const t = useT(messages);
  const format = useFormat();
  const { name, email, expiresAt } = invited.invitation;
  return (
    <Page
      title={t('sharing.mailed')}
      section={t('sharing.title')}
      panel={t('sharing.mailed-what', { name, email })}
    >
      <p>{t('sharing.mailed-until-then', { name })}</p>
      <p>{t('sharing.mailed-not-there')}</p>
      <p>{t('sharing.invited-expires', { date: format.date(expiresAt) })}</p>
      <p>
        <Link to="/sharing">{t('sharing.back')}</Link>
      </p>
    </Page>
  );
}

/** The link to pass on, shown this once, with a button that copies it. */
function LinkToPassOn({ invited, link }: { invited: CarerInvited; link: string }) {
  const t = useT(messages);
  const format = useFormat();
  const [copied, setCopied] = useState(false);
  const address = new URL(link, window.location.origin).href;
  const { name, expiresAt } = invited.invitation;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <Page
      title={t('sharing.invited')}
      section={t('sharing.title')}
      panel={t('sharing.invited-what', { name })}
    >
      <p>{t('sharing.invited-pass-on', { name })}</p>
      <TextInput
        id="link"
        label={t('sharing.link')}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        {t('sharing.copy')}
      </Button>
      <p role="status">{copied ? t('sharing.copied') : ''}</p>
      <p>{t('sharing.invited-expires', { date: format.date(expiresAt) })}</p>
      <p>
        <Link to="/sharing">{t('sharing.back')}</Link>
      </p>
    </Page>
  );
}

/** Invites somebody who helps: who, what they can see and do, then the link to pass on. */
export function InviteCarerScreen() {
  const t = useT(messages);
  const [invited, setInvited] = useState<CarerInvited | null>(null);
  if (invited) return <Invited invited={invited} />;
  return (
    <Page
      title={t('sharing.invite-carer')}
      section={t('sharing.title')}
      before={<BackLink to="/sharing">{t('sharing.title')}</BackLink>}
    >
      <p>{t('sharing.carer-intro')}</p>
      <InviteForm kind="CARER" onInvited={setInvited} />
    </Page>
  );
}

/** Invites one professional by themself: nobody here vouches for them, and the page says so. */
export function InviteProfessionalScreen() {
  const t = useT(messages);
  const groupsT = useT(groups);
  const [invited, setInvited] = useState<CarerInvited | null>(null);
  if (invited) return <Invited invited={invited} />;
  return (
    <Page
      title={groupsT('groups.invite-professional')}
      section={t('sharing.title')}
      before={<BackLink to="/sharing">{t('sharing.title')}</BackLink>}
    >
      <InsetText>
        <p>{groupsT('groups.unchecked-what')}</p>
      </InsetText>
      <p>{t('sharing.carer-intro')}</p>
      <InviteForm kind="PROFESSIONAL" onInvited={setInvited} />
    </Page>
  );
}
