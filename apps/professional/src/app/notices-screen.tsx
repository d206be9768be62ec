import { useT } from '@heldwell/ui/i18n';
import { useOutletContext } from 'react-router';
import { NoticesPage } from '../features/notices/notices-page.tsx';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import messages from './app.messages.json';
import { ConsoleShell } from './console-shell.tsx';

/** Notices are a person's, not a team's: they lead to a record by the first team, whose way back is the start; else to what is shared. */
export function NoticesScreen() {
  const t = useT(messages);
  const viewer = useOutletContext<ProfessionalViewer>();
  const [team] = viewer.teams;
  return (
    <ConsoleShell account={<AccountLinks viewer={viewer} />}>
      <NoticesPage back={t(team ? 'app.go-to-inbox' : 'app.go-to-start')} team={team?.id} />
    </ConsoleShell>
  );
}
