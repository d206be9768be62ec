import { useCommand } from '@heldwell/client';
import { Button, Card, ErrorSummary, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelList, useProblemWords } from '@heldwell/views';
import messages from './sharing.messages.json';
import { type SharingNow, WithdrawInvitation } from './sharing-query.ts';

type InvitationsProps = { invitations: SharingNow['invitations']; onWithdrawn: (name: string) => void };

/** Invitations that nobody has used yet, each to be withdrawn. */
export function Invitations({ invitations, onWithdrawn }: InvitationsProps) {
  const t = useT(messages);
  const format = useFormat();
  const wordsOf = useProblemWords();
  const { run, running, problem } = useCommand(WithdrawInvitation);
  if (invitations.length === 0) return null;
  const withdraw = async ({ id, name }: SharingNow['invitations'][number]) => {
    const { data } = await run({ input: { invitation: id } });
    if (data) onWithdrawn(name);
  };
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('sharing.invitations')}</h2>
      {problem && <ErrorSummary errors={[{ message: wordsOf(problem) }]} />}
      {invitations.map((invitation) => (
        <Card
          key={invitation.id}
          heading={invitation.name}
          headingLevel={3}
          description={t('sharing.invited-until', {
            email: invitation.email,
            date: format.date(invitation.expiresAt),
          })}
        >
          <div className="hw-stack">
            <LabelList labels={invitation.labels} />
            <Button
              type="button"
              variant="secondary"
              small
              busy={running}
              onClick={() => void withdraw(invitation)}
            >
              {t('sharing.withdraw')}{' '}
              <span className="nhsuk-u-visually-hidden">
                {t('sharing.withdraw-hidden', { name: invitation.name })}
              </span>
            </Button>
          </div>
        </Card>
      ))}
    </section>
  );
}
