import type { ResultOf } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
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
