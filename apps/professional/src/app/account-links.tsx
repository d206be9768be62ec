import { useSession } from '@heldwell/client';
import { Badge, Link } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useNoticeCount } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import messages from './app.messages.json';

/** Who is signed in, in which team, and the way out. */
export function AccountLinks({ viewer, team }: { viewer: ProfessionalViewer; team?: string }) {
  const t = useT(messages);
  const { signOut } = useSession();
  const navigate = useNavigate();
  const [state, setState] = useState<'in' | 'leaving' | 'problem'>('in');
  const { count, label } = useNoticeCount();
  const { givenName, familyName } = viewer.person;
  const leave = async () => {
    setState('leaving');
    const problem = await signOut();
    if (problem) setState('problem');
    else void navigate('/sign-in', { replace: true });
  };
  return (
    <>
      <span>{`${givenName} ${familyName}${team ? ` · ${team}` : ''}`}</span>
      {team && viewer.teams.length > 1 && <Link to="/">{t('app.change-team')}</Link>}
      <Link to="/notices">
        {t('app.notices')} <Badge count={count} label={label} />
      </Link>
      <Link to="/security">{t('app.security')}</Link>
      <button type="button" onClick={() => void leave()}>
        {state === 'leaving' ? t('app.signing-out') : t('app.sign-out')}
      </button>
      <span role="status">{state === 'problem' ? t('app.sign-out-problem') : ''}</span>
    </>
  );
}
