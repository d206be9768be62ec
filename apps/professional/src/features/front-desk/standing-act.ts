import { useT } from '@heldwell/ui/i18n';
import { useLocation } from 'react-router';
import messages from './standing.messages.json';

/** What those who lead a team can note about a record, in two steps. */
export type StandingAct = 'died' | 'close';

/** What was said of it, as typed; kept in the history entry, so that Back finds it again and no address names it. */
export interface StandingSaid {
  /** The act's id, so that it is done once however often it is sent. */
  id: string;
  day: { day: string; month: string; year: string };
  reason: string;
}

/** What was said at the step before, if anything was. */
export function useSaid(): StandingSaid | undefined {
  const state = (useLocation().state ?? {}) as { said?: StandingSaid };
  return state.said;
}

const longestReason = 1_000;

/** Gives what is wrong with a reason, or nothing. */
export function useReasonFault(): (reason: string) => string | undefined {
  const t = useT(messages);
  return (reason) => {
    if (!reason.trim()) return t('standing.reason-missing');
    return reason.trim().length > longestReason ? t('standing.reason-long') : undefined;
  };
}
