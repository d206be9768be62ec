import { useCommand, useHeldwell } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import type { Refusal } from '@heldwell/views';
import { readPerson } from '../../person-match/person-match.ts';
import messages from './emergency.messages.json';
import { OpenInEmergencyMutation } from './emergency-documents.ts';
import type { EmergencyPlace } from './emergency-flow.tsx';

type Said = Required<Pick<EmergencyPlace, 'person' | 'why'>>;

/** What came of it: the record that is open now, why none is, or nothing where the person turned back. */
export type Opened = { record: string } | { refusal: Refusal<object> };

function useRefusalWords() {
  const t = useT(messages);
  const says = (message: string) => ({ refusal: { message } });
  return {
    tooMany: (seconds: number) => says(t('emergency.too-many', { minutes: Math.ceil(seconds / 60) })),
    noRecord: () => says(t('emergency.no-record')),
    closed: () => says(t('emergency.closed')),
    notTeam: () => says(t('emergency.not-team')),
  };
}

/**
 * Has the person show that it is them, then opens the record; both, or nothing is opened. It is asked each time, also where
 * the server would not yet: whoever finds a console open a moment after somebody signed in breaks no glass.
 */
export function useBreakGlass(team: string): (said: Said) => Promise<Opened> {
  const t = useT(messages);
  const words = useRefusalWords();
  const heldwell = useHeldwell();
  const open = useCommand(OpenInEmergencyMutation);
  return async ({ person, why }) => {
    if (!person || !why) return words.noRecord();
    if (!(await heldwell.confirmFirst())) return { refusal: undefined };
    const reason = `${t(`emergency.reason-${why.reason}`)}. ${why.words.trim()}`;
    const answer = await open.run({ input: { ...readPerson(person), team, reason } });
    if (answer.problem) return { refusal: { problem: answer.problem } };
    const opened = answer.data.openInEmergency;
    if (opened.__typename === 'OpenedInEmergency') return { record: opened.record.id };
    if (opened.__typename === 'TooManyAttempts') return words.tooMany(opened.retryAfterSeconds);
    if (opened.__typename === 'ClosedToEmergencies') return words.closed();
    return opened.__typename === 'NoSuchRecord' ? words.noRecord() : words.notTeam();
  };
}
