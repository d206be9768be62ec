import { useScreenQuery } from '@heldwell/client';
import { BackLink, Bidi, EmptyState, Link, Page, Table, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './matching.messages.json';
import { type MatchCase, TeamMatchesQuery } from './matching-documents.ts';

function Waiting({ cases, path }: { cases: readonly MatchCase[]; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const name = (given: string | null, family: string | null) =>
    format.name({ given: given ?? '', family: family ?? '', title: null });
  return (
    <>
      <p>{t('match.intro')}</p>
      <Table<MatchCase>
        caption={t('match.caption')}
        captionHidden
        rows={cases}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'claimant',
            header: t('match.claimant'),
            cell: ({ id, givenName, familyName }) => (
              <Link to={`${path}/${id}`}>
                <Bidi>{name(givenName, familyName)}</Bidi>
              </Link>
            ),
          },
          {
            id: 'record',
            header: t('match.record-of'),
            cell: ({ recordGivenName, recordFamilyName }) => (
              <Bidi>{name(recordGivenName, recordFamilyName)}</Bidi>
            ),
          },
          { id: 'why', header: t('match.why'), cell: ({ reason }) => t(`match.why-${reason}`) },
          { id: 'since', header: t('match.since'), cell: ({ since }) => <Bidi>{format.date(since)}</Bidi> },
        ]}
      />
    </>
  );
}

/** Claims of the team's patients' records that wait for somebody to decide, newest first. */
export function MatchesPage({ team }: { team: { id: string; name: string } }) {
  const t = useT(messages);
  const query = useScreenQuery(TeamMatchesQuery, { team: team.id });
  const patients = `/teams/${team.id}/patients`;
  return (
    <Page
      title={t('match.title')}
      section={team.name}
      caption={team.name}
      before={
        <>
          <BackLink to={patients}>{t('match.back-to-patients')}</BackLink>
          <DoneBanner />
        </>
      }
    >
      <Answer to={query} what={t('match.what')}>
        {({ team: found }) =>
          found && found.matchCases.length > 0 ? (
            <Waiting cases={found.matchCases} path={`${patients}/matches`} />
          ) : (
            <EmptyState heading={t('match.none')}>
              <p>{t('match.none-text')}</p>
            </EmptyState>
          )
        }
      </Answer>
    </Page>
  );
}
