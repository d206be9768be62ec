import { Button, Link, Page, TextInput, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ReactNode, useState } from 'react';
import messages from './invite.messages.json';
import type { CarerInvited } from './invite-form.tsx';

type InvitedPageProps = {
  invited: CarerInvited;
  /** The page where what is shared is listed: its title and address. */
  page: string;
  to: string;
  section: string;
};
type PartProps = Omit<InvitedPageProps, 'section'>;

/** Until when the link works, and the way back. */
function Foot({ invited, page, to }: PartProps) {
  const t = useT(messages);
  const format = useFormat();
  return (
    <>
      <p>{t('invite.expires', { date: format.date(invited.invitation.expiresAt) })}</p>
      <p>
        <Link to={to}>{t('invite.back', { page })}</Link>
      </p>
    </>
  );
}

/** To whom it was mailed, and what to do when it does not arrive. */
function Mailed({ invited, page }: PartProps) {
  const t = useT(messages);
  return (
    <>
      <p>{t('invite.mailed-until-then', { name: invited.invitation.name })}</p>
      <p>{t('invite.mailed-not-there', { page })}</p>
    </>
  );
}

/** The link to pass on, shown this once, with a button that copies it. */
function LinkToPassOn({ name, link }: { name: string; link: string }) {
  const t = useT(messages);
  const [copied, setCopied] = useState(false);
  const address = new URL(link, window.location.origin).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <>
      <p>{t('invite.pass-on', { name })}</p>
      <TextInput
        id="link"
        label={t('invite.link')}
        readOnly
        value={address}
        onFocus={(event) => event.target.select()}
      />
      <Button type="button" variant="secondary" onClick={() => void copy()}>
        {t('invite.copy')}
      </Button>
      <p role="status">{copied ? t('invite.copied') : ''}</p>
    </>
  );
}

/** What became of an invitation: mailed, or a link to pass on. */
export function InvitedPage({ section, ...part }: InvitedPageProps) {
  const t = useT(messages);
  const { link, invitation } = part.invited;
  const { name, email } = invitation;
  const frame = (title: string, panel: string, children: ReactNode) => (
    <Page title={title} section={section} panel={panel}>
      {children}
      <Foot {...part} />
    </Page>
  );
  if (link === null)
    return frame(t('invite.mailed'), t('invite.mailed-what', { name, email }), <Mailed {...part} />);
  const panel = t('invite.made-what', { name });
  return frame(t('invite.made'), panel, <LinkToPassOn name={name} link={link} />);
}
