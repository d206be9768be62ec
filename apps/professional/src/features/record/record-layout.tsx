import { useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Loading, Page, Tabs, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ProblemState, useRecordState } from '@heldwell/views';
import { Outlet, useLocation, useOutletContext } from 'react-router';
import { KeptPage } from './kept-page.tsx';
import messages from './record.messages.json';
import { RecordBanner } from './record-banner.tsx';
import { type RecordShell, RecordShellQuery } from './record-documents.ts';
import { opensRecord, staffNameOf } from './record-words.ts';

/** What the pages of a record are told. */
export interface RecordPlace {
  record: RecordShell;
  /** The team whose screens these are; none where the record is shared with the person or their organisation. */
  team: string | undefined;
  /** Where the record begins: "/teams/…/patients/…" or "/shared/…". */
  path: string;
  /** The patient's name as staff read it: the section of each page's title. */
  name: string;
}

/** The record whose page this is. */
export function useRecordPlace(): RecordPlace {
  return useOutletContext<RecordPlace>();
}

type RecordTabsProps = {
  path: string;
  unread: number;
  /** Messages and results are no part of what an emergency opens. */
  summaryOnly: boolean;
  /** How a patient takes their record up is the work of a team. */
  ofTeam: boolean;
};

function RecordTabs({ path, unread, summaryOnly, ofTeam }: RecordTabsProps) {
  const t = useT(messages);
  const { pathname } = useLocation();
  const part = pathname.slice(path.length).split('/')[1] ?? '';
  const tab = (name: string, label: string) => ({
    to: name ? `${path}/${name}` : path,
    label,
    current: part === name,
  });
  return (
    <Tabs
      label={t('record.tabs')}
      items={[
        tab('', t('record.summary')),
        tab('timeline', t('record.timeline')),
        ...(summaryOnly ? [] : [tab('results', t('record.results'))]),
        tab('kinds', t('record.kinds')),
        ...(summaryOnly
          ? []
          : [
              {
                ...tab('messages', t('record.messages')),
                count: unread,
                countLabel: t('record.unread', { count: unread }),
              },
            ]),
        tab('details', t('record.details')),
        ...(ofTeam && !summaryOnly ? [tab('joining', t('record.joining'))] : []),
      ]}
    />
  );
}

function Closed({ ended, team }: { ended: boolean; team: string | undefined }) {
  const t = useT(messages);
  if (!team) {
    return (
      <Page key={String(ended)} title={ended ? t('record.ended') : t('record.absent')}>
        <EmptyState heading={ended ? t('record.ended-shared') : t('record.absent-shared')}>
          <p>
            <Link to="/shared">{t('record.go-to-shared')}</Link>
          </p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page key={String(ended)} title={ended ? t('record.ended') : t('record.absent')}>
      <EmptyState heading={ended ? t('record.ended-text') : t('record.absent-text')}>
        <ul className="nhsuk-list">
          <li>
            <Link to={`/teams/${team}/patients`}>{t('record.find-patient')}</Link>
          </li>
          <li>
            <Link to={`/teams/${team}/inbox`}>{t('record.go-to-inbox')}</Link>
          </li>
        </ul>
      </EmptyState>
    </Page>
  );
}

/** The page at the address; once access has ended, what the team keeps, and each single thing of it. */
function OpenPages(place: RecordPlace) {
  const { record, path, name } = place;
  const [part, one] = useLocation()
    .pathname.slice(path.length + 1)
    .split('/');
  const isKept = one !== undefined && (part === 'messages' || part === 'entries');
  if (record.viewerAccess === 'OWN_WRITING' && !isKept) {
    return <KeptPage record={record.id} path={path} name={name} />;
  }
  return (
    <>
      {record.viewerAccess !== 'OWN_WRITING' && (
        <RecordTabs
          path={path}
          unread={record.unreadThreadCount}
          summaryOnly={record.viewerAccess === 'EMERGENCY'}
          ofTeam={place.team !== undefined}
        />
      )}
      <Outlet context={place} />
    </>
  );
}

/**
 * The frame of a record's pages: banner, tabs, and the page; in a team's screens, or without one. Everything goes at
 * once when access ends; what is not there and what may not be seen look the same.
 */
export function RecordLayout({ team, id }: { team: string | undefined; id: string }) {
  const t = useT(messages);
  const format = useFormat();
  const query = useScreenQuery(RecordShellQuery, { id });
  const found = query.data?.record;
  // Where only single discussions are open they are in the inbox: the record itself is closed.
  const record = found && opensRecord(found) ? found : null;
  const state = useRecordState(id, query, record);
  const path = team ? `/teams/${team}/patients/${id}` : `/shared/${id}`;
  if (record && state === 'open') {
    const name = staffNameOf(format, record);
    return (
      <>
        <RecordBanner record={record} path={path} />
        <OpenPages record={record} team={team} path={path} name={name} />
      </>
    );
  }
  if (state !== 'opening') return <Closed ended={state === 'ended'} team={team} />;
  if (query.problem && !query.asking) {
    return (
      <Page title={t('record.absent')}>
        <ProblemState problem={query.problem} what={t('record.what')} retry={query.refresh} />
      </Page>
    );
  }
  return <Loading />;
}
