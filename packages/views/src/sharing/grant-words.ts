import type { ResultOf } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import { useLabelName } from '../labels/label-tag.tsx';
import type { GrantFields } from './grant-fragments.ts';
import messages from './sharing.messages.json';

/** A grant as it is shown. */
export type ShownGrant = ResultOf<typeof GrantFields>;
/** What a grant lets somebody do. */
export type GrantRight = ShownGrant['rights'][number];

/** Gives the words of a right: "send and read messages". */
export function useRightName(): (right: GrantRight) => string {
  const t = useT(messages);
  return (right) => t(`sharing.right-${right}`);
}

/** Gives why access is in force; `own` when the patient reads it. */
export function useBasisWords(): (basis: ShownGrant['basis'], own: boolean) => string {
  const t = useT(messages);
  return (basis, own) => t(own ? `sharing.own-${basis}` : `sharing.basis-${basis}`);
}

type Scope = Pick<ShownGrant, 'thread' | 'entry' | 'summaryLabels'>;

/**
 * Gives what is seen in words where it is not the record within labels: one discussion, one entry, an emergency's summary,
 * or one thing that whoever reads this does not see; null where labels say it.
 */
export function useScopeWords(): (grant: Scope & Pick<ShownGrant, 'labels'>) => string | null {
  const t = useT(messages);
  const nameOf = useLabelName();
  return ({ labels, thread, entry, summaryLabels }) => {
    if (labels.length > 0) return null;
    if (thread) return t('sharing.one-discussion', { subject: thread.subject ?? '' });
    if (summaryLabels.length > 0)
      return t('sharing.only-summary', { labels: summaryLabels.map(nameOf).join(', ') });
    return entry?.title ? t('sharing.one-entry', { title: entry.title }) : t('sharing.one-thing');
  };
}

type Grantee = Pick<ShownGrant['grantee'], 'kind' | 'relationship' | 'team'>;

/** Gives what a grantee is: "Team at Northgate Hospital NHS Trust", "Carer, Brother". */
export function useGranteeWords(): (grantee: Grantee) => string {
  const t = useT(messages);
  return ({ kind, relationship, team }) => {
    if (kind === 'CARER' && relationship) return t('sharing.carer-of', { relationship });
    if (kind === 'TEAM' && team) return t('sharing.team-of', { organisation: team.organisation.name });
    return t(`sharing.kind-${kind}`);
  };
}
