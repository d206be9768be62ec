import { useViewer } from '@heldwell/client';
import { Button, Loading } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { InvitationForm, type InvitationToAccept } from '../sign-in/invitation-form.tsx';
import { AcceptSignedInForm } from './accept-signed-in.tsx';
import messages from './doors.messages.json';

export type AcceptInvitationProps = {
  code: string;
  invitation: InvitationToAccept;
  onAccepted: () => void;
  /** Leads to signing in, and back here. */
  onSignIn: () => void;
};

/** Both ways to say yes: with a new sign-in, or with the one somebody has; who is signed in is asked once more. */
export function AcceptInvitation({ code, invitation, onAccepted, onSignIn }: AcceptInvitationProps) {
  const t = useT(messages);
  const [isNew, setNew] = useState(false);
  const { data, asking } = useViewer();
  if (data === undefined && asking) return <Loading />;
  const person = data?.viewer?.person;
  if (person) return <AcceptSignedInForm email={person.email} {...{ code, invitation, onAccepted }} />;
  if (isNew)
    return (
      <section aria-labelledby="new-sign-in">
        <h2 className="nhsuk-heading-m" id="new-sign-in">
          {t('door.new-title')}
        </h2>
        <InvitationForm code={code} invitation={invitation} onAccepted={onAccepted} />
        <button type="button" className="nhsuk-link hw-link-button" onClick={() => setNew(false)}>
          {t('door.to-choice')}
        </button>
      </section>
    );
  return (
    <section aria-labelledby="how">
      <h2 className="nhsuk-heading-m" id="how">
        {t('door.how')}
      </h2>
      <div className="hw-stack">
        <Button type="button" onClick={() => setNew(true)}>
          {t('door.new')}
        </Button>
        <Button type="button" variant="secondary" onClick={onSignIn}>
          {t('door.known')}
        </Button>
      </div>
    </section>
  );
}
