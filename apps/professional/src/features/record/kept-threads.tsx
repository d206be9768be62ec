import { useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { MoreRows, ThreadRow, ThreadRows } from '@heldwell/views';
import messages from './record.messages.json';
import { useKeptThreads } from './use-record-list.ts';

/** Discussions with the team that it may no longer follow, each up to when access ended; nothing where there are none. */
export function KeptThreads({ record, path }: { record: string; path: string }) {
  const t = useT(messages);
  const format = useFormat();
  const pages = useKeptThreads(record);
  if (pages.rows.length === 0) return null;
  return (
    <section aria-labelledby="kept-threads">
      <h2 className="nhsuk-heading-m" id="kept-threads">
        {t('record.kept-threads')}
      </h2>
      <p>{t('record.kept-threads-text')}</p>
      <ThreadRows>
        {pages.rows.map((thread) => (
          <ThreadRow
            key={thread.id}
            thread={thread}
            to={`${path}/messages/${thread.id}`}
            over={
              thread.keptUntil
                ? t('record.kept-until', { at: format.dateTime(thread.keptUntil) })
                : t('record.kept-read-only')
            }
          />
        ))}
      </ThreadRows>
      <MoreRows pages={pages} what={t('record.threads-what')} />
    </section>
  );
}
