import { useT } from '@heldwell/ui/i18n';
import type { DeskFreeze } from './desk-documents.ts';
import messages from './freezes.messages.json';

/** What can be frozen, as addresses say it. */
export const freezeKinds = ['record', 'source', 'person'] as const;
export type FreezeKind = (typeof freezeKinds)[number];

/** How a freeze stands. */
export type FreezeState = 'waiting' | 'on' | 'lifted' | 'withdrawn';

/** How a freeze stands; one that was taken back before anybody confirmed it never held. */
export function stateOf({ kind, inForce, liftedAt, confirmedBy }: DeskFreeze): FreezeState {
  if (liftedAt) return kind === 'RECORD' && !confirmedBy ? 'withdrawn' : 'lifted';
  return inForce ? 'on' : 'waiting';
}

const happens = {
  record: ['record-second', 'record-closed', 'record-patient', 'record-feeds'],
  source: ['source-now', 'source-hidden', 'source-rest'],
  person: ['person-now', 'person-teams', 'person-own'],
} as const;

/** Gives what a freeze brings with it, and to whom, line by line. */
export function useFreezeLines(): (kind: FreezeKind, office: string) => string[] {
  const t = useT(messages);
  return (kind, office) => [
    ...happens[kind].map((line) => t(`freezes.happens-${line}`, { office })),
    t('freezes.happens-lift'),
  ];
}
