import { useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Loading, Page, Tabs, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { ProblemState, useRecordState } from '@heldwell/views';
import { Outlet, useLocation, useOutletContext } from 'react-router';
import messages from './record.messages.json';
import { RecordBanner } from './record-banner.tsx';
import { type RecordShell, RecordShellQuery } from './record-documents.ts';
import { staffNameOf } from './record-words.ts';

/** What the pages of a record are told. */
export interface RecordPlace {
  record: RecordShell;
  /** Where the record begins: "/teams/…/patients/…". */
  path: string;
  /** The patient's name as staff read it: the section of each page's title. */
  name: string;
}

/** The record whose page this is. */
export function useRecordPlace(): RecordPlace {
  return useOutletContext<RecordPlace>();
}

function RecordTabs({ path, unread }: { path: string; unread: number }) {
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
        tab('results', t('record.results')),
        tab('kinds', t('record.kinds')),
        {
          ...tab('messages', t('record.messages')),
          count: unread,
          countLabel: t('record.unread', { count: unread }),
        },
        tab('details', t('record.details')),
      ]}
    />
  );
}

function Closed({ ended, team }: { ended: boolean; team: string }) {
  const t = useT(messages);
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

/**
 * The frame of a record's pages: banner, tabs, and the page. Everything goes at once when access ends; what is not
 * there and what may not be seen look the same.
 */
export function RecordLayout({ team, id }: { team: string; id: string }) {
  const t = useT(messages);
  const format = useFormat();
  const query = useScreenQuery(RecordShellQuery, { id });
  const found = query.data?.record;
  // With no label left only single discussions are open, and those are in the inbox: the record itself is closed.
  const record = found && found.viewerLabels.length > 0 ? found : null;
  const state = useRecordState(id, query, record);
  const path = `/teams/${team}/patients/${id}`;
  if (record && state === 'open') {
    const name = staffNameOf(format, record);
    return (
      <>
        <RecordBanner record={record} />
        <RecordTabs path={path} unread={record.unreadThreadCount} />
        <Outlet context={{ record, path, name } satisfies RecordPlace} />
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
