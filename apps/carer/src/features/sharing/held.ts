import type { Access, GivingFor } from '@heldwell/views';
import type { OwnGrant } from './sharing-documents.ts';

const isLabel = (label: OwnGrant['labels'][number]) => label !== 'UNLABELLED';

/** What the carer may give: what their grants hold that let them share; null when none does. */
export function heldToShare(grants: readonly OwnGrant[]): Access | null {
  const managing = grants.filter(({ rights }) => rights.includes('MANAGE_SHARING'));
  if (managing.length === 0) return null;
  return {
    labels: [...new Set(managing.flatMap(({ labels }) => labels.filter(isLabel)))],
    rights: [...new Set(managing.flatMap(({ rights }) => rights))],
  };
}

/** What is ticked at the beginning: General health where the carer holds it, and looking. */
export const firstTicked = ({ labels }: GivingFor): Access => ({
  labels: labels.filter((label) => label === 'GENERAL'),
  rights: ['SEE'],
});
