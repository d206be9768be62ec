import type { NavItem } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLocation } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import messages from './app.messages.json';

/**
 * The ways to the offices somebody holds and to what is shared with them and no team, and from there back to the teams;
 * nothing for everybody else.
 */
export function useOfficesNav({
  privacyDesks,
  administers,
  teams,
  hasSharedRecords,
}: ProfessionalViewer): NavItem[] {
  const t = useT(messages);
  const { pathname } = useLocation();
  const to = (path: '/organisation' | '/privacy' | '/shared', label: string) => ({
    to: path,
    label,
    current: pathname.startsWith(path),
  });
  const offices = [
    ...(administers.length > 0 ? [to('/organisation', t('app.organisation'))] : []),
    ...(privacyDesks.length > 0 ? [to('/privacy', t('app.privacy'))] : []),
    // Whoever stands there, when the last of it ends or the first has just come, still sees where they are.
    ...(hasSharedRecords || pathname.startsWith('/shared') ? [to('/shared', t('app.shared'))] : []),
  ];
  const inOffice = offices.some(({ current }) => current);
  return inOffice && teams.length > 0
    ? [{ to: '/', label: t('app.teams'), current: false }, ...offices]
    : offices;
}
