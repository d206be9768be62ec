import { useScreenQuery } from '@heldwell/client';
import { Bidi, EmptyState, LinkList, Page, SummaryList, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import { DoneBanner } from '../../done-banner/done-banner.tsx';
import messages from './front-desk.messages.json';
import { type TakingUp, TakingUpQuery } from './front-desk-documents.ts';
import type { JoiningPlace } from './joining-place.ts';

function useDocumentsWords() {
  const t = useT(messages);
  return (documents: TakingUp['checks'][number]['documents']) =>
    documents.map((kind) => t(`reg.doc-${kind}`)).join(', ');
}

function stateOf({ takenUp, underSixteen, invitations }: TakingUp) {
  if (takenUp) return 'join.taken' as const;
  if (underSixteen) return 'join.under-sixteen' as const;
  return invitations.length > 0 ? ('join.invited' as const) : ('join.not-taken' as const);
}

function Standing({ takingUp, hasDied }: { takingUp: TakingUp; hasDied: boolean }) {
  const t = useT(messages);
  const format = useFormat();
  const documentsIn = useDocumentsWords();
  const { checks, invitations, verified, deathRecordedBy } = takingUp;
  const died = deathRecordedBy ? t('join.has-died-by', { name: deathRecordedBy }) : t('join.has-died');
  const rows = [
    { key: t('join.state'), value: hasDied ? <Bidi>{died}</Bidi> : t(stateOf(takingUp)) },
    {
      key: t('join.identity'),
      value: (
        <>
          {t(verified ? 'join.verified' : 'join.not-verified')}
          {checks.map(({ documents, checkedBy: name, checkedAt }) => (
            <div key={checkedAt}>
              {t('join.vouched', { documents: documentsIn(documents), name, date: format.date(checkedAt) })}
            </div>
          ))}
        </>
      ),
    },
    ...(invitations.length > 0
      ? [
          {
            key: t('join.open'),
            value: invitations.map(({ sentBy, invitedBy: name, createdAt, expiresAt }) => (
              <div key={createdAt}>
                <Bidi>{t(`join.by-${sentBy}`, { name, date: format.date(expiresAt) })}</Bidi>
              </div>
            )),
          },
        ]
      : []),
  ];
  return <SummaryList rows={rows} />;
}

/** What else the viewer may note of the record. */
const standingWays = ({ viewerMayRecordDeath, viewerMayTakeBackDeath, viewerMayClose }: TakingUp) => [
  ...(viewerMayRecordDeath ? (['died'] as const) : []),
  ...(viewerMayTakeBackDeath ? (['lives'] as const) : []),
  ...(viewerMayClose ? (['close'] as const) : []),
];

function StandingWays({ takingUp, path }: { takingUp: TakingUp; path: string }) {
  const t = useT(messages);
  const ways = standingWays(takingUp);
  if (ways.length === 0) return null;
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('join.standing')}</h2>
      <LinkList
        label={t('join.standing')}
        items={ways.map((way) => ({
          to: `${path}/joining/${way}`,
          label: t(`join.${way}`),
          hint: t(`join.${way}-hint`),
        }))}
      />
    </>
  );
}

function Ways({ takingUp, path }: { takingUp: TakingUp; path: string }) {
  const t = useT(messages);
  const hasOthers = standingWays(takingUp).length > 0;
  const { viewerMayInvite, viewerMayVouch } = takingUp;
  const items = [
    ...(viewerMayInvite
      ? (['email', 'letter'] as const).map((way) => ({
          to: `${path}/joining/${way}`,
          label: t(`join.${way}`),
          hint: t(`join.${way}-hint`),
        }))
      : []),
    ...(viewerMayVouch
      ? [{ to: `${path}/joining/vouch`, label: t('join.vouch'), hint: t('join.vouch-hint') }]
      : []),
  ];
  if (items.length === 0) return hasOthers ? null : <p>{t('join.nothing')}</p>;
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('join.ways')}</h2>
      <LinkList label={t('join.ways')} items={items} />
    </>
  );
}

/** How far a patient has come in taking their record up, and what staff can do for that. */
export function JoiningPage({ record, path, name }: JoiningPlace) {
  const t = useT(messages);
  const query = useScreenQuery(TakingUpQuery, { id: record.id });
  return (
    <Page title={t('join.title')} section={name} before={<DoneBanner />}>
      <Answer to={query} what={t('join.what')}>
        {({ record: found }) =>
          found?.takingUp ? (
            <>
              <Standing takingUp={found.takingUp} hasDied={found.state === 'DECEASED'} />
              <Ways takingUp={found.takingUp} path={path} />
              <StandingWays takingUp={found.takingUp} path={path} />
            </>
          ) : (
            <EmptyState heading={t('join.none')}>
              <p>{t('join.none-text')}</p>
            </EmptyState>
          )
        }
      </Answer>
    </Page>
  );
}
