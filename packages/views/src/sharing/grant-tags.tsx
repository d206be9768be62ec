import { Tag } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ShownGrant } from './grant-words.ts';
import messages from './sharing.messages.json';

/** That no employer here has checked who they are. */
export function Unchecked() {
  const t = useT(messages);
  return <Tag colour="orange">{t('sharing.unchecked')}</Tag>;
}

type GrantTagsProps = { grant: Pick<ShownGrant, 'grantee' | 'state' | 'basis'> };

/** What is to be known about a grant at a glance: who checked them, and that it opens nothing now. */
export function GrantTags({ grant: { grantee, state, basis } }: GrantTagsProps) {
  const t = useT(messages);
  const isUnchecked = grantee.kind === 'PROFESSIONAL' && basis !== 'EMERGENCY';
  return (
    <div className="hw-row">
      {isUnchecked && <Unchecked />}
      {state === 'HELD_BACK' && <Tag colour="grey">{t('sharing.held-back')}</Tag>}
      {state === 'FUTURE' && <Tag colour="blue">{t('sharing.future')}</Tag>}
      {state === 'EXPIRED' && <Tag colour="grey">{t('sharing.expired')}</Tag>}
    </div>
  );
}
