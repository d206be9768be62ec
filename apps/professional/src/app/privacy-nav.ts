import type { NavItem } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLocation } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import messages from './app.messages.json';

/** The way to the desk of a privacy officer, and from there back to the teams; nothing for everybody else. */
export function usePrivacyNav({ privacyDesks, teams }: ProfessionalViewer): NavItem[] {
  const t = useT(messages);
  const { pathname } = useLocation();
  if (privacyDesks.length === 0) return [];
  const here = pathname.startsWith('/privacy');
  const desk = { to: '/privacy', label: t('app.privacy'), current: here };
  return here && teams.length > 0 ? [{ to: '/', label: t('app.teams'), current: false }, desk] : [desk];
}
