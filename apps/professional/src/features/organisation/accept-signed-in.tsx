import { useCommand, useSession } from '@heldwell/client';
import { Button, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { SessionCare, useCheckedForm } from '@heldwell/views';
import messages from './organisation.messages.json';
import { AcceptStaffSignedIn } from './organisation-documents.ts';

type SignedInProps = { code: string; email: string; onDone: () => void; onSignIn: () => void };

/** Joining as the person signed in, whatever they sign in with: they show that it is them, and that is all. */
export function AcceptSignedIn({ code, email, onDone, onSignIn }: SignedInProps) {
  const t = useT(messages);
  const { run } = useCommand(AcceptStaffSignedIn, { mergedByScreen: true });
  const { signOut } = useSession();
  const asAnother = async () => {
    if (!(await signOut())) onSignIn();
  };
  const form = useCheckedForm({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({ code });
      if (!data) return { problem };
      const { done } = data;
      if (done.__typename === 'InvitationForAnother') return { message: t('accept.another') };
      if (done.__typename !== 'StaffInvitationAccepted') return { message: t('accept.unusable') };
      onDone();
      return undefined;
    },
  });
  return (
    <>
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <p>{t('accept.signed-in', { email })}</p>
        <Button busy={form.sending}>{t('accept.submit')}</Button>
      </form>
      <p>
        <button type="button" className="nhsuk-link hw-link-button" onClick={() => void asAnother()}>
          {t('accept.other-sign-in')}
        </button>
      </p>
      <SessionCare onSignedOut={onSignIn} />
    </>
  );
}

/** The ways on for somebody whose sign-in has no password. */
export function WithoutPassword({ onSignIn }: { onSignIn: () => void }) {
  const t = useT(messages);
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('accept.no-password')}</h2>
      <p>{t('accept.no-password-text')}</p>
      <p>
        <button type="button" className="nhsuk-link hw-link-button" onClick={onSignIn}>
          {t('accept.no-password-go')}
        </button>
      </p>
    </>
  );
}
