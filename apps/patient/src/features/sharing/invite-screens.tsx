import { BackLink, InsetText, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type CarerInvited, InvitedPage, InviteForm } from '@heldwell/views';
import { type ReactNode, useState } from 'react';
import { AccessChoice } from './access-choice.tsx';
import groups from './groups.messages.json';
import { presets } from './presets.ts';
import messages from './sharing.messages.json';
import { WouldSee } from './would-see.tsx';

type InviteScreenProps = { kind: 'CARER' | 'PROFESSIONAL'; title: string; before?: ReactNode };

/** Who is invited, what they can see and do, then the link to pass on; General health and messages are ticked beforehand. */
function InviteScreen({ kind, title, before }: InviteScreenProps) {
  const t = useT(messages);
  const [invited, setInvited] = useState<CarerInvited | null>(null);
  const section = t('sharing.title');
  if (invited) return <InvitedPage invited={invited} page={section} section={section} to="/sharing" />;
  return (
    <Page title={title} section={section} before={<BackLink to="/sharing">{section}</BackLink>}>
      {before}
      <p>{t('sharing.carer-intro')}</p>
      <InviteForm
        kind={kind}
        initial={presets.talk}
        access={({ value, error, onChange }) => (
          <AccessChoice kind={kind} value={value} error={error} onChange={onChange}>
            {value.labels.length > 0 && (
              <WouldSee by={{ invited: kind, labels: [...value.labels], rights: [...value.rights] }} first />
            )}
          </AccessChoice>
        )}
        onInvited={setInvited}
      />
    </Page>
  );
}

/** Invites somebody who helps. */
export function InviteCarerScreen() {
  const t = useT(messages);
  return <InviteScreen kind="CARER" title={t('sharing.invite-carer')} />;
}

/** Invites one professional by themself: nobody here vouches for them, and the page says so. */
export function InviteProfessionalScreen() {
  const t = useT(groups);
  const warning = (
    <InsetText>
      <p>{t('groups.unchecked-what')}</p>
    </InsetText>
  );
  return <InviteScreen kind="PROFESSIONAL" title={t('groups.invite-professional')} before={warning} />;
}
