import { useScreenQuery } from '@heldwell/client';
import { Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { Outlet, useOutletContext } from 'react-router';
import messages from './organisation.messages.json';
import { type StaffTeam, StaffTeamQuery } from './organisation-documents.ts';
import { Gone } from './organisation-layout.tsx';

/** What the pages of a team's settings are told. */
export interface StaffTeamPlace {
  team: StaffTeam;
  /** Where its settings begin. */
  path: string;
}

/** The team whose settings these are. */
export function useStaffTeamPlace(): StaffTeamPlace {
  return useOutletContext<StaffTeamPlace>();
}

/** The settings of a team, for whoever runs it: under the team itself, or under its organisation. */
export function StaffTeamLayout({ id, path }: { id: string; path: string }) {
  const t = useT(messages);
  const query = useScreenQuery(StaffTeamQuery, { id });
  const team = query.data?.staffTeam;
  if (team) return <Outlet context={{ team, path } satisfies StaffTeamPlace} />;
  return (
    <Page title={t('team.title')}>
      <Answer to={query} what={t('team.what')}>
        {() => <Gone part="team" />}
      </Answer>
    </Page>
  );
}
