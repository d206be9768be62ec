import { Bidi, Button, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import { WithdrawStaffInvitation } from './organisation-documents.ts';
import { useAct } from './use-act.ts';

type Waiting = {
  id: string;
  email: string | null;
  role?: 'MEMBER' | 'COORDINATOR' | 'MANAGER' | null;
  office: 'ADMINISTRATOR' | 'PRIVACY_OFFICER' | null;
  expiresAt: string;
};

/** Invitations of staff that nobody took up yet, each with a way to take it back. */
export function WaitingInvitations({ invitations }: { invitations: readonly Waiting[] }) {
  const t = useT(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { run, running } = useAct(WithdrawStaffInvitation);
  const [refused, setRefused] = useState('');
  if (invitations.length === 0) return null;
  const withdraw = async (invitation: string) => {
    const refusal = await run({ invitation });
    if (refusal) setRefused(refusal.message ?? t('org.refused-NOT_FOUND'));
    else await navigate('.', { replace: true, state: { done: t('staff.withdrawn') } satisfies Done });
  };
  return (
    <section aria-labelledby="waiting">
      <h2 className="nhsuk-heading-m" id="waiting">
        {t('team.invitations')}
      </h2>
      <p role="status">{refused}</p>
      <SummaryList
        rows={invitations.map(({ id, email, role, office, expiresAt }) => ({
          key: email ?? t('org.not-given'),
          value: (
            <>
              {[role && t(`org.role-${role}`), office && t(`org.office-${office}`)]
                .filter(Boolean)
                .join(', ')}
              <div>
                <Bidi>{t('staff.until', { date: format.date(expiresAt) })}</Bidi>
              </div>
              <Button
                type="button"
                variant="secondary"
                small
                busy={running}
                onClick={() => void withdraw(id)}
              >
                {t('staff.withdraw')}
                <span className="nhsuk-u-visually-hidden">{` ${t('staff.withdraw-of', { email: email ?? '' })}`}</span>
              </Button>
            </>
          ),
        }))}
      />
    </section>
  );
}
