import { AcceptSignedIn, useCommand, useSession } from '@heldwell/client';
import { Button, type DateParts, ErrorSummary, InsetText } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Faults, type Refusal, useCheckedForm, useProblemWords } from '../forms/use-checked-form.ts';
import { asksBirthDate, type InvitationToAccept } from '../sign-in/invitation-form.tsx';
import signInMessages from '../sign-in/sign-in.messages.json';
import { BirthDateField, faultOfBirthDate } from './birth-date-field.tsx';
import messages from './doors.messages.json';
import { partsOf, readDay } from './read-day.ts';

type Props = { code: string; invitation: InvitationToAccept; email: string; onAccepted: () => void };
type Values = { birthDate: DateParts };

/** Says yes as the person signed in; with another address than the invitation went to it is explained. */
export function AcceptSignedInForm({ code, invitation, email, onAccepted }: Props) {
  const t = useT(messages);
  const signInT = useT(signInMessages);
  const [another, setAnother] = useState(false);
  const { run } = useCommand(AcceptSignedIn);
  const { entered } = useSession();
  const asks = asksBirthDate(invitation);
  const form = useCheckedForm<Values>({
    initial: { birthDate: partsOf(null) },
    ids: { birthDate: 'birthDate-day' },
    check: ({ birthDate }) => (asks ? faultsOf(faultOfBirthDate(birthDate, t)) : {}),
    send: async ({ birthDate }): Promise<Refusal<Values>> => {
      const { data, problem } = await run({ input: { code, birthDate: asks ? readDay(birthDate) : null } });
      const answer = data?.acceptInvitationSignedIn;
      if (!answer) return { problem };
      if (answer.__typename === 'SignedIn') {
        entered(answer.viewer.person);
        onAccepted();
        return undefined;
      }
      if (answer.__typename === 'InvitationForAnother') setAnother(true);
      else if (answer.__typename === 'Under16') return { faults: { birthDate: t('door.under-16') } };
      else return { message: signInT('sign-in.invitation-unusable') };
      return undefined;
    },
  });
  if (another) return <Another email={email} hint={invitation.emailHint} />;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('door.signed-in-as', { email })}</p>
      {asks && (
        <BirthDateField
          value={form.values.birthDate}
          error={form.faultOf('birthDate')}
          onChange={(parts) => form.set('birthDate', parts)}
        />
      )}
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'door.accepting' : 'door.accept')}
      </Button>
    </form>
  );
}

const faultsOf = (fault: string | null): Faults<Values> => (fault ? { birthDate: fault } : {});

/** Signed in as somebody else: why that does not do, and what does. */
function Another({ email, hint }: { email: string; hint: string }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { signOut } = useSession();
  const [state, setState] = useState<{ leaving: boolean; problem?: string }>({ leaving: false });
  const leave = async () => {
    setState({ leaving: true });
    const problem = await signOut();
    if (problem) return setState({ leaving: false, problem: wordsOf(problem) });
    // The page is asked for anew, by nobody.
    window.location.reload();
  };
  return (
    <section aria-labelledby="another">
      <InsetText>
        <h2 className="nhsuk-heading-m" id="another">
          {t('door.another')}
        </h2>
        <p>{t('door.another-what', { email, hint })}</p>
        <p>{t('door.another-do', { hint })}</p>
        <p>{t('door.another-ask')}</p>
      </InsetText>
      {state.problem && <ErrorSummary errors={[{ message: state.problem }]} />}
      <Button type="button" busy={state.leaving} onClick={() => void leave()}>
        {t(state.leaving ? 'door.signing-out' : 'door.sign-out')}
      </Button>
    </section>
  );
}
