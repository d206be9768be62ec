import { mergedByScreen, useCommand } from '@heldwell/client';
import { useT } from '@heldwell/ui/i18n';
import type { Faults, Refusal } from '@heldwell/views';
import { readPerson } from '../../person-match/person-match.ts';
import messages from './emergency.messages.json';
import { ConfirmPasswordMutation, OpenInEmergencyMutation } from './emergency-documents.ts';
import type { EmergencyPlace } from './emergency-flow.tsx';

type Said = Required<Pick<EmergencyPlace, 'person' | 'why'>>;
type Password = { password: string };

/** What came of it: the record that is open now, or why none is. */
export type Opened = { record: string } | { refusal: NonNullable<Refusal<Password>> };

function useRefusalWords() {
  const t = useT(messages);
  const faulty = (password: string) => ({ refusal: { faults: { password } satisfies Faults<Password> } });
  return {
    wrongPassword: () => faulty(t('emergency.password-wrong')),
    passwordAgain: () => faulty(t('emergency.password-again')),
    tooMany: (seconds: number) => ({
      refusal: { message: t('emergency.too-many', { minutes: Math.ceil(seconds / 60) }) },
    }),
    noRecord: () => ({ refusal: { message: t('emergency.no-record') } }),
    closed: () => ({ refusal: { message: t('emergency.closed') } }),
    notTeam: () => ({ refusal: { message: t('emergency.not-team') } }),
  };
}

/** Confirms the password, then opens the record; both, or nothing is opened. */
export function useBreakGlass(team: string): (said: Said, password: string) => Promise<Opened> {
  const t = useT(messages);
  const words = useRefusalWords();
  const confirm = useCommand(ConfirmPasswordMutation, mergedByScreen);
  const open = useCommand(OpenInEmergencyMutation);
  return async ({ person, why }, password) => {
    const confirmed = await confirm.run({ password });
    if (confirmed.problem) return { refusal: { problem: confirmed.problem } };
    const said = confirmed.data.confirmPassword;
    if (said.__typename === 'TooManyAttempts') return words.tooMany(said.retryAfterSeconds);
    if (said.__typename !== 'PasswordConfirmed') return words.wrongPassword();
    if (!person || !why) return words.noRecord();
    const reason = `${t(`emergency.reason-${why.reason}`)}. ${why.words.trim()}`;
    const answer = await open.run({ input: { ...readPerson(person), team, reason } });
    if (answer.problem) return { refusal: { problem: answer.problem } };
    const opened = answer.data.openInEmergency;
    if (opened.__typename === 'OpenedInEmergency') return { record: opened.record.id };
    if (opened.__typename === 'TooManyAttempts') return words.tooMany(opened.retryAfterSeconds);
    if (opened.__typename === 'ConfirmPasswordFirst') return words.passwordAgain();
    if (opened.__typename === 'ClosedToEmergencies') return words.closed();
    return opened.__typename === 'NoSuchRecord' ? words.noRecord() : words.notTeam();
  };
}
