import { BackLink, Bidi, EmptyState, Page, Table, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, MoreRows, type Pages, usePages } from '@heldwell/views';
import { useChangeWords } from './change-words.ts';
import messages from './organisation.messages.json';
import { type OfficeChange, OrganisationHistoryQuery, TeamHistoryQuery } from './organisation-documents.ts';
import { useOrganisationPlace } from './organisation-layout.tsx';
import { useStaffTeamPlace } from './team-layout.tsx';

function WhatChanged({ change }: { change: OfficeChange }) {
  const t = useT(messages);
  const words = useChangeWords();
  const { kind, subject, was, became, team } = change;
  return (
    <>
      {t(`history.${kind}`, { subject: words.subject(change) })}
      {team && subject !== team && <div>{team}</div>}
      {was && (
        <div className="nhsuk-u-secondary-text-colour">{t('history.was', { was: words.value(was) })}</div>
      )}
      {became && <div>{t('history.became', { became: words.value(became) })}</div>}
    </>
  );
}

function Changes<Data>({ pages, caption }: { pages: Pages<Data, OfficeChange>; caption: string }) {
  const t = useT(messages);
  const format = useFormat();
  return (
    <Answer to={pages.query} what={t('history.what')}>
      {() =>
        pages.rows.length === 0 ? (
          <EmptyState heading={t('history.none')}>
            <p>{t('history.none-text')}</p>
          </EmptyState>
        ) : (
          <>
            <Table
              caption={caption}
              captionHidden
              rows={pages.rows}
              rowKey={({ id }) => id}
              columns={[
                {
                  id: 'what',
                  header: t('history.change'),
                  cell: (change) => <WhatChanged change={change} />,
                },
                {
                  id: 'who',
                  header: t('history.who'),
                  cell: ({ by, at }) => (
                    <>
                      {by}, <Bidi long>{format.dateTime(at)}</Bidi>
                    </>
                  ),
                },
              ]}
            />
            <MoreRows pages={pages} what={t('history.what')} />
          </>
        )
      }
    </Answer>
  );
}

/** What was changed in an organisation and its teams, newest first. */
export function OrganisationHistoryPage() {
  const t = useT(messages);
  const { organisation } = useOrganisationPlace();
  const pages = usePages({
    query: OrganisationHistoryQuery,
    variables: { id: organisation.id },
    pick: (data) => data.staffOrganisation?.changes,
  });
  return (
    <Page title={t('org.history')} section={t('org.title')} caption={organisation.name}>
      <Changes pages={pages} caption={t('org.history')} />
    </Page>
  );
}

/** The same of one team. */
export function TeamHistoryPage() {
  const t = useT(messages);
  const { team, path } = useStaffTeamPlace();
  const pages = usePages({
    query: TeamHistoryQuery,
    variables: { id: team.id },
    pick: (data) => data.staffTeam?.changes,
  });
  return (
    <Page
      title={t('team.history')}
      section={t('team.title')}
      caption={team.name}
      before={<BackLink to={path}>{t('team.back')}</BackLink>}
    >
      <Changes pages={pages} caption={t('team.history')} />
    </Page>
  );
}
