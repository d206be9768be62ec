import type { Message, ResultOf, Thread, ThreadSummary } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import messages from './threads.messages.json';

/** A discussion in a list. */
export type ThreadSummaryThread = ResultOf<typeof ThreadSummary>;

const roles = { PATIENT: 'threads.patient', CARER: 'threads.carer', STAFF: 'threads.staff' } as const;

/** Gives who wrote a message, and as what: "Tom Bell", "Fernside Recovery Team". */
export function useAuthorWords(): (message: Message) => { name: string; role: string | null } {
  const t = useT(messages);
  return ({ author, authorRole, authorTeam, sentByViewer }) => {
    if (sentByViewer) return { name: t('threads.you'), role: null };
    return { name: author, role: authorTeam?.name ?? t(roles[authorRole]) };
  };
}

/** Gives the names of those who take part, each with what they are. */
export function useParticipantWords(): (participants: Thread['participants']) => string[] {
  const t = useT(messages);
  return (participants) =>
    participants.map(({ name, role, relationship, kind }) => {
      if (kind === 'TEAM') return name;
      const as = role === 'CARER' && relationship ? t('threads.carer-of', { relationship }) : t(roles[role]);
      return `${name} (${as})`;
    });
}

/** Gives the words of how far a discussion is: "Read by the team". */
export function useThreadStateWords(): (state: Thread['state']) => string {
  const t = useT(messages);
  return (state) => t(`threads.state-${state}`);
}
