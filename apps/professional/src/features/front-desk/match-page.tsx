import { useScreenQuery } from '@heldwell/client';
import { BackLink, BirthDate, EmptyState, Link, Page, Table, Tag, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { useParams } from 'react-router';
import messages from './matching.messages.json';
import { type MatchCase, TeamMatchesQuery } from './matching-documents.ts';
import { SettleForm } from './settle-form.tsx';

const never = [] as const;

type Side = { id: string; what: string; said: React.ReactNode; known: React.ReactNode; same: boolean | null };

/** Capitals and accents make no other name. */
const plain = (name: string | null): string =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

function useSides() {
  const t = useT(messages);
  return (one: MatchCase): Side[] => {
    // One thing to the table, which sets the parts of a cell apart on a phone.
    const born = (date: string | null) =>
      date ? (
        <span>
          <BirthDate date={date} diedAt={null} />
        </span>
      ) : (
        t('match.not-known')
      );
    const number = (known: boolean | null) =>
      t(known === null ? 'match.number-unknown' : 'match.number-there');
    return [
      {
        ...{ id: 'family', what: t('match.family'), said: one.familyName, known: one.recordFamilyName },
        same: plain(one.familyName) === plain(one.recordFamilyName),
      },
      {
        ...{ id: 'given', what: t('match.given'), said: one.givenName, known: one.recordGivenName },
        same: plain(one.givenName) === plain(one.recordGivenName),
      },
      {
        ...{ id: 'born', what: t('match.born'), said: born(one.birthDate) },
        known: born(one.recordBirthDate),
        same: one.birthDate && one.recordBirthDate ? one.birthDate === one.recordBirthDate : null,
      },
      {
        ...{
          id: 'number',
          what: t('match.nhs'),
          said: number(one.sameNumber),
          known: number(one.sameNumber),
        },
        same: one.sameNumber,
      },
    ];
  };
}

function Agrees({ same }: { same: boolean | null }) {
  const t = useT(messages);
  if (same === null) return <Tag colour="grey">{t('match.cannot-tell')}</Tag>;
  return <Tag colour={same ? 'green' : 'orange'}>{t(same ? 'match.same' : 'match.different')}</Tag>;
}

function Known({ one, patients }: { one: MatchCase; patients: string }) {
  const t = useT(messages);
  const format = useFormat();
  const sidesOf = useSides();
  return (
    <>
      <p>{t(`match.kind-${one.kind}`, { date: format.date(one.since) })}</p>
      <p>{t(`match.how-${one.how}`)}</p>
      <p>{t(`match.because-${one.reason}`)}</p>
      <Table<Side>
        caption={t('match.sides')}
        rows={sidesOf(one)}
        rowKey={({ id }) => id}
        columns={[
          { id: 'what', header: t('match.fact'), cell: ({ what }) => what },
          { id: 'said', header: t('match.they-said'), cell: ({ said }) => said },
          { id: 'known', header: t('match.record-says'), cell: ({ known }) => known },
          { id: 'same', header: t('match.compared'), cell: ({ same }) => <Agrees same={same} /> },
        ]}
      />
      {one.recordTaken && <p>{t('match.taken')}</p>}
      {one.record && (
        <p>
          <Link to={`${patients}/${one.record}/details`}>{t('match.open-record')}</Link>
        </p>
      )}
    </>
  );
}

/** One claim: what is known on both sides, and what staff say of it. */
export function MatchPage({ team }: { team: { id: string; name: string } }) {
  const t = useT(messages);
  const format = useFormat();
  const { match } = useParams();
  const query = useScreenQuery(TeamMatchesQuery, { team: team.id }, { on: never });
  const patients = `/teams/${team.id}/patients`;
  const one = query.data?.team?.matchCases.find(({ id }) => id === match);
  const back = <BackLink to={`${patients}/matches`}>{t('match.back')}</BackLink>;
  if (!one)
    return (
      <Page title={t('match.one')} section={team.name} before={back}>
        <Answer to={query} what={t('match.what')}>
          {() => (
            <EmptyState heading={t('match.gone')}>
              <p>{t('match.gone-text')}</p>
            </EmptyState>
          )}
        </Answer>
      </Page>
    );
  const name = format.name({ given: one.givenName ?? '', family: one.familyName ?? '', title: null });
  return (
    <SettleForm key={one.id} one={one} team={team} name={name} before={back}>
      <Known one={one} patients={patients} />
    </SettleForm>
  );
}
