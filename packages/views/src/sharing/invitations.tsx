import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, Card, ErrorSummary, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useProblemWords } from '../forms/use-checked-form.ts';
import { LabelList } from '../labels/label-tag.tsx';
import type { InvitationFields } from './grant-fragments.ts';
import messages from './invite.messages.json';
import { ResendInvitation, WithdrawInvitation } from './sharing-commands.ts';

type Invitation = ResultOf<typeof InvitationFields>;

type InvitationsProps = {
  invitations: readonly Invitation[];
  /** Withdrawn, in words. */
  onWithdrawn: (done: string) => void;
};

/** Sends an invitation again, and says what became of it. */
function SendAgain({ invitation: { id, name } }: { invitation: Invitation }) {
  const t = useT(messages);
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(ResendInvitation);
  const [words, setWords] = useState('');
  const send = async () => {
    const { data } = await run({ input: { invitation: id } });
    const answer = data?.resendInvitation;
    if (!answer) return;
    if (answer.__typename === 'TooManyAttempts')
      setWords(t('invite.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }));
    else if (answer.__typename === 'NotFound') setWords(t('invite.not-there'));
    else if (answer.link === null) setWords(t('invite.sent-again', { name }));
    else setWords(t('invite.new-link', { name, link: new URL(answer.link, window.location.origin).href }));
  };
  return (
    <>
      <Button type="button" variant="secondary" small busy={running} onClick={() => void send()}>
        {t('invite.again')}{' '}
        <span className="nhsuk-u-visually-hidden">{t('invite.withdraw-hidden', { name })}</span>
      </Button>
      <p role="status">{problem ? wordsOf(problem) : words}</p>
    </>
  );
}

/** Invitations that nobody has used yet, each to be sent again or withdrawn. */
export function Invitations({ invitations, onWithdrawn }: InvitationsProps) {
  const t = useT(messages);
  const format = useFormat();
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(WithdrawInvitation);
  if (invitations.length === 0) return null;
  const withdraw = async ({ id, name }: Invitation) => {
    const { data } = await run({ input: { invitation: id } });
    if (data) onWithdrawn(t('invite.withdrawn', { name }));
  };
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('invite.waiting')}</h2>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      {invitations.map((invitation) => (
        <Card
          key={invitation.id}
          heading={invitation.name}
          headingLevel={3}
          description={t('invite.until', {
            email: invitation.email,
            date: format.date(invitation.expiresAt),
          })}
        >
          <div className="hw-stack">
            <LabelList labels={invitation.labels} />
            <SendAgain invitation={invitation} />
            <Button
              type="button"
              variant="secondary"
              small
              busy={running}
              onClick={() => void withdraw(invitation)}
            >
              {t('invite.withdraw')}{' '}
              <span className="nhsuk-u-visually-hidden">
                {t('invite.withdraw-hidden', { name: invitation.name })}
              </span>
            </Button>
          </div>
        </Card>
      ))}
    </section>
  );
}
