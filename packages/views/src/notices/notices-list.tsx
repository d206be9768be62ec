import {
  MarkNoticesRead,
  mergedByScreen,
  type Notice,
  NoticesQuery,
  useCommand,
  useHeldwell,
} from '@heldwell/client';
import { EmptyState, Link, Tag, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useEffect, useState } from 'react';
import { Answer } from '../answer/answer.tsx';
import { MoreRows } from '../answer/more-rows.tsx';
import { usePages } from '../answer/use-pages.ts';
import '../entries/entries.css';
import { useNoticeWords } from './notice-words.ts';
import messages from './notices.messages.json';

const onNotices = ['notices'] as const;

/** Marks what is on screen as read, once; what was new when it was shown stays marked so until one leaves. */
function useShown(rows: readonly Notice[]): ReadonlySet<string> {
  const { run } = useCommand(MarkNoticesRead, mergedByScreen);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const unread = rows.filter(({ id, readAt }) => readAt === null && !fresh.has(id)).map(({ id }) => id);
  const key = unread.join(' ');
  useEffect(() => {
    if (key === '') return;
    const ids = key.split(' ');
    setFresh((known) => new Set([...known, ...ids]));
    for (let at = 0; at < ids.length; at += 100) void run({ notices: ids.slice(at, at + 100) });
  }, [key, run]);
  return fresh;
}

type NoticesListProps = {
  /** Where a notice's record is opened; left out in the patient app. */
  recordTo?: (recordId: string) => string;
  /** Where the patient looks at who sees what. */
  sharingTo?: string;
  /** Where the patient answers a question for access. */
  requestTo?: (requestId: string) => string;
  /** Where the patient reads who looked, and what was answered about it. */
  looksTo?: string;
  /** Where a privacy officer answers a question about a look. */
  deskTo?: (officeId: string) => string;
};

type NoticeRowProps = Omit<NoticesListProps, 'sharingTo'> & { notice: Notice; isNew: boolean };

/** The one place where something is to be done about a notice, or its record. */
function NoticeLink({ notice, recordTo, requestTo, looksTo, deskTo }: Omit<NoticeRowProps, 'isNew'>) {
  const t = useT(messages);
  const { kind, recordId, requestId, officeId } = notice;
  if (requestTo && requestId) return <Link to={requestTo(requestId)}>{t('notices.open-request')}</Link>;
  if (looksTo && kind === 'QUESTION_ANSWERED') return <Link to={looksTo}>{t('notices.open-looks')}</Link>;
  if (deskTo && officeId) return <Link to={deskTo(officeId)}>{t('notices.open-desk')}</Link>;
  return recordTo && recordId ? <Link to={recordTo(recordId)}>{t('notices.open-record')}</Link> : null;
}

function NoticeRow({ notice, isNew, ...to }: NoticeRowProps) {
  const t = useT(messages);
  const format = useFormat();
  const { app } = useHeldwell();
  const wordsOf = useNoticeWords(app);
  const { at, reference } = notice;
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{format.dateTime(at)}</span> {isNew && <Tag>{t('notices.new')}</Tag>}
      <br />
      {wordsOf(notice)} <NoticeLink notice={notice} {...to} />
      {reference && (
        <>
          <br />
          <span className="hw-quiet">{t('notices.reference', { reference })}</span>
        </>
      )}
    </li>
  );
}

/** What the person was told of, newest first; opening it marks what it shows as read. */
export function NoticesList({ sharingTo, ...to }: NoticesListProps) {
  const t = useT(messages);
  const pages = usePages({
    query: NoticesQuery,
    variables: {},
    pick: (data) => data.viewer?.notices,
    on: onNotices,
  });
  const fresh = useShown(pages.rows);
  const what = t('notices.what');
  return (
    <>
      <p>{t('notices.intro')}</p>
      {sharingTo && (
        <p>
          <Link to={sharingTo}>{t('notices.open-sharing')}</Link>
        </p>
      )}
      <Answer to={pages.query} what={what}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('notices.none')}>
              <p>{t('notices.none-what')}</p>
            </EmptyState>
          ) : (
            <>
              <ol className="hw-link-list">
                {pages.rows.map((notice) => (
                  <NoticeRow
                    key={notice.id}
                    notice={notice}
                    isNew={notice.readAt === null || fresh.has(notice.id)}
                    {...to}
                  />
                ))}
              </ol>
              <MoreRows pages={pages} what={what} />
            </>
          )
        }
      </Answer>
    </>
  );
}
