import type { ResultOf } from '@heldwell/client';
import { useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { EndFields } from './grant-fragments.ts';
import messages from './sharing.messages.json';

/** What ends access by itself: of a grant, or of its receipt. */
export type ShownEnd = ResultOf<typeof EndFields>;

/**
 * Gives until when access holds, to stand after "until": "31 March 2027", "the discussion “My sleep” ends"; null where nothing
 * ends it. `own` when the patient reads it. Who does not see the discussion is told that it is one.
 */
export function useEndWords(): (end: ShownEnd, own: boolean) => string | null {
  const t = useT(messages);
  const format = useFormat();
  return ({ validUntil, endsWith, endsWithTeam, endsWithThread }, own) => {
    const date = validUntil && format.dateTime(validUntil);
    if (!endsWith) return date;
    const subject = endsWithThread?.subject;
    const discussion = subject ? t('sharing.until-subject', { subject }) : t('sharing.until-discussion');
    const team = endsWithTeam?.name ?? '';
    const care = t(own ? 'sharing.until-own-care' : 'sharing.until-care', { team });
    const what = endsWith === 'DISCUSSION' ? discussion : care;
    return date ? t('sharing.until-either', { what, date }) : what;
  };
}
