import {
  BackLink,
  Bidi,
  ButtonLink,
  Link,
  LinkList,
  Page,
  SummaryList,
  Table,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelList } from '@heldwell/views';
import { useLocation } from 'react-router';
import { DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './organisation.messages.json';
import type { StaffTeam } from './organisation-documents.ts';
import { useStaffTeamPlace } from './team-layout.tsx';
import { WaitingInvitations } from './waiting-invitations.tsx';

function Settings({ team, path }: { team: StaffTeam; path: string }) {
  const t = useT(messages);
  const missing = t('org.not-given');
  const to = `${path}/change`;
  const change = { label: t('team.change-word'), hidden: t('team.change-hidden'), to };
  return (
    <SummaryList
      rows={[
        { key: t('teams.name'), value: team.name, actions: [change] },
        { key: t('team.code'), value: team.code },
        { key: t('team.description'), value: team.description ?? missing },
        { key: t('team.labels'), value: <LabelList labels={team.defaultLabels} /> },
        { key: t('team.messages'), value: t(team.takesMessages ? 'org.yes' : 'org.no') },
        { key: t('team.answers'), value: team.answerTime ?? missing },
        { key: t('team.hours'), value: team.openingHours ?? missing },
        {
          key: t('team.join'),
          value: team.joinCode ? <Bidi long>{team.joinCode}</Bidi> : t('team.join-off'),
          actions: [{ label: t('team.change-word'), hidden: t('team.join'), to: `${path}/join` }],
        },
      ]}
    />
  );
}

function People({ team, path }: { team: StaffTeam; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  if (team.members.length === 0) return <p>{t('team.nobody')}</p>;
  return (
    <Table
      caption={t('team.members')}
      rows={team.members}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('people.name'),
          cell: ({ id, name, viewerMayChange }) =>
            viewerMayChange ? <Link to={`${path}/people/${id}`}>{name}</Link> : name,
        },
        { id: 'role', header: t('team.role'), cell: ({ role }) => t(`org.role-${role}`) },
        { id: 'job', header: t('team.job'), cell: ({ jobTitle }) => jobTitle ?? t('team.no-job') },
        {
          id: 'since',
          header: t('people.since'),
          cell: ({ joinedAt }) => <Bidi>{format.date(joinedAt)}</Bidi>,
        },
      ]}
    />
  );
}

/** A team's settings and people, and the ways to change them. */
export function TeamSettingsPage() {
  const t = useT(messages);
  const { team, path } = useStaffTeamPlace();
  const inOrganisation = useLocation().pathname.startsWith('/organisation');
  return (
    <Page
      title={t('team.title')}
      section={team.name}
      caption={team.name}
      before={
        <>
          {inOrganisation && <BackLink to={path.slice(0, path.lastIndexOf('/'))}>{t('org.teams')}</BackLink>}
          <DoneBanner />
        </>
      }
    >
      <h2 className="nhsuk-heading-m">{t('team.settings')}</h2>
      <Settings team={team} path={path} />
      <People team={team} path={path} />
      <ButtonLink to={`${path}/invite`}>{t('team.invite')}</ButtonLink>
      <WaitingInvitations invitations={team.invitations} />
      <h2 className="nhsuk-heading-m">{t('team.more')}</h2>
      <LinkList
        label={t('team.more')}
        items={[
          { to: `${path}/leaflet`, label: t('join.leaflet') },
          { to: `${path}/history`, label: t('team.history') },
        ]}
      />
    </Page>
  );
}
