import { useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, EmptyState, LinkList, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { entryKinds, kindPath, LabelTag, useKindNames } from '@heldwell/views';
import { useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './see.messages.json';
import { SeeBanner } from './see-banner.tsx';
import { type MyRecordNow, SeenByQuery, type SeenRecord, type SeenThread, type Sight } from './see-query.ts';
import sharing from './sharing.messages.json';

/** What of the entries they see, by kind. */
function Kinds({ grant, counts }: { grant: string; counts: SeenRecord['entryCounts'] }) {
  const t = useT(messages);
  const kinds = useKindNames();
  if (counts.length === 0) return <p>{t('see.no-entries')}</p>;
  const to = (kind: string) => `/sharing/see/${grant}/kind/${kind}`;
  const countOf = new Map(counts.map(({ kind, count }) => [kind, count]));
  const items = entryKinds
    .filter((kind) => countOf.has(kind))
    .map((kind) => ({ to: to(kindPath(kind)), label: kinds.many(kind), end: countOf.get(kind) }));
  const all = { to: to('everything'), label: t('see.everything') };
  return <LinkList items={[all, ...items]} label={t('see.by-kind')} />;
}

/** Discussions, there to be read and not to be answered. */
function Threads({ threads }: { threads: readonly SeenThread[] }) {
  const t = useT(messages);
  const format = useFormat();
  return (
    <ul className="hw-link-list">
      {threads.map(({ id, subject, label, team, lastMessageAt }) => (
        <li key={id} className="hw-entry">
          <div className="hw-entry__text">
            <span className="hw-entry__title">{subject ?? t('see.unreadable')}</span>
          </div>
          <span className="hw-entry__end">
            <span className="hw-quiet">
              {t('see.discussion-line', { team: team.name, date: format.date(lastMessageAt) })}
            </span>
            <LabelTag label={label} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Seen({ grant, record }: { grant: string; record: SeenRecord }) {
  const t = useT(messages);
  const { threads, keptThreads } = record;
  return (
    <>
      <h2 className="nhsuk-heading-m">{t('see.by-kind')}</h2>
      <Kinds grant={grant} counts={record.entryCounts} />
      <h2 className="nhsuk-heading-m">{t('see.discussions')}</h2>
      {threads.nodes.length === 0 ? <p>{t('see.no-discussions')}</p> : <Threads threads={threads.nodes} />}
      {threads.pageInfo.hasNextPage && <p>{t('see.more-discussions', { count: threads.nodes.length })}</p>}
      {keptThreads.nodes.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">{t('see.kept')}</h2>
          <p>{t('see.kept-why')}</p>
          <Threads threads={keptThreads.nodes} />
        </>
      )}
    </>
  );
}

/** That there is nobody to look as. */
export function NobodyToSee() {
  const t = useT(messages);
  return (
    <EmptyState heading={t('see.gone')}>
      <p>{t('see.gone-why')}</p>
    </EmptyState>
  );
}

function SightOf({ grant, sight, changes }: { grant: string; sight: Sight; changes: boolean }) {
  const t = useT(messages);
  const { record, name } = sight;
  return (
    <>
      <SeeBanner
        sight={sight}
        labels={record ? [...record.viewerLabels, ...record.viewerSummaryLabels] : []}
      />
      {record ? (
        <Seen grant={grant} record={record} />
      ) : (
        <EmptyState heading={t('see.nothing', { name })}>
          <p>{t('see.nothing-why')}</p>
        </EmptyState>
      )}
      {changes && (
        <ButtonLink to={`/sharing/change/${grant}`} variant="secondary">
          {t('see.change', { name })}
        </ButtonLink>
      )}
    </>
  );
}

type Grants = NonNullable<MyRecordNow['sharing']>['grants'];

/** Whether the patient can say otherwise: not of what a court ordered, an emergency, or a single thing. */
const isForChange = (grants: Grants | undefined, id: string): boolean =>
  grants?.some(
    (one) =>
      one.id === id &&
      one.labels.length > 0 &&
      one.state !== 'ENDED' &&
      one.basis !== 'COURT_ORDER' &&
      one.basis !== 'EMERGENCY',
  ) ?? false;

/** The record as whoever a grant is for sees it. */
export function SeeScreen() {
  const t = useT(messages);
  const sharingT = useT(sharing);
  const { grant = '' } = useParams();
  const answer = useScreenQuery(SeenByQuery, { grant });
  const sight = answer.data?.seenBy;
  return (
    <Page
      title={sight ? t('see.title', { name: sight.name }) : t('see.title-none')}
      section={sharingT('sharing.title')}
      before={<BackLink to="/sharing">{sharingT('sharing.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('see.what')}>
        {({ sharing: now }) =>
          sight ? (
            <SightOf grant={grant} sight={sight} changes={isForChange(now?.grants, grant)} />
          ) : (
            <NobodyToSee />
          )
        }
      </MyRecord>
    </Page>
  );
}
