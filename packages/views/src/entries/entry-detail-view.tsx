import { Details, Heading, SummaryList, type SummaryRow, useFormat, WarningCallout } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import type { ReactNode } from 'react';
import { LabelTag } from '../labels/label-tag.tsx';
import { Attachments } from './attachments.tsx';
import { useDetailRows } from './detail-rows.ts';
import './entries.css';
import messages from './entries.messages.json';
import { EntryTrend } from './entry-trend.tsx';
import { type EntryDetailEntry, occurredIn, sourceWords, useKindNames } from './entry-words.ts';
import { ResultInWords, type Voice } from './result-in-words.tsx';
import { TimelineList } from './timeline-list.tsx';

type EntryDetailViewProps = {
  entry: EntryDetailEntry;
  /** Who reads: "own" says "Your HbA1c was". */
  voice: Voice;
  /** Where an entry opens, for the results of a report. */
  entryTo: (id: string) => string;
  /** What may be done about it, such as changing who can see it. */
  actions?: ReactNode;
};

function Facts({ rows }: { rows: SummaryRow[] }) {
  return rows.length > 0 ? <SummaryList rows={rows} /> : null;
}

function useOwnFacts(entry: EntryDetailEntry): SummaryRow[] {
  const rowsOf = useDetailRows();
  return rowsOf(entry.detail).map(({ key, lines }) => ({
    key,
    value:
      lines.length === 1 ? (
        <span className="hw-plain-text">{lines[0]}</span>
      ) : (
        <ul className="nhsuk-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
  }));
}

/** Statuses that say no more than that it is as it should be. */
const usualStatuses = new Set(['final', 'current', 'completed', 'active', 'booked', 'fulfilled', 'finished']);

function wordOfStatus(status: string | null): string | null {
  return status && !usualStatuses.has(status) ? status.replaceAll('-', ' ') : null;
}

function useCommonFacts(entry: EntryDetailEntry): SummaryRow[] {
  const t = useT(messages);
  const format = useFormat();
  const kinds = useKindNames();
  const row = (key: string, value: ReactNode) => (value ? [{ key, value }] : []);
  return [
    ...row(t('entries.kind'), kinds.one(entry.kind)),
    ...row(t('entries.happened'), occurredIn(format, entry) ?? t('entries.no-date')),
    ...row(t('entries.ends'), entry.endsAt && format.dateTime(entry.endsAt)),
    ...row(t('entries.from'), sourceWords(entry.source) || t('entries.nobody')),
    ...row(t('entries.arrived'), format.dateTime(entry.arrivedAt)),
    ...row(t('entries.status'), wordOfStatus(entry.sourceStatus)),
    ...row(t('entries.label'), <LabelTag label={entry.label} />),
  ];
}

function Versions({ versions }: { versions: EntryDetailEntry['versions'] }) {
  const t = useT(messages);
  const format = useFormat();
  if (versions.length < 2) return null;
  return (
    <Details summary={t('entries.versions')}>
      <ol className="nhsuk-list" reversed>
        {versions.map(({ version, recordedAt, label, title, summary, changedBy }) => {
          const when = format.dateTime(recordedAt);
          return (
            <li key={version}>
              {changedBy
                ? t('entries.version-by', { version, when, who: changedBy })
                : t('entries.version', { version, when })}
              <br />
              {[title, summary].filter(Boolean).join(' – ')} <LabelTag label={label} />
            </li>
          );
        })}
      </ol>
    </Details>
  );
}

/**
 * Everything about one entry: a result in words first, its facts by type, its trend, the results of a report, who sent
 * it and when it arrived, and its earlier versions.
 */
export function EntryDetailView({ entry, voice, entryTo, actions }: EntryDetailViewProps) {
  const t = useT(messages);
  const own = useOwnFacts(entry);
  const common = useCommonFacts(entry);
  const { detail, parts, hasTrend, summary } = entry;
  return (
    <>
      {entry.status === 'ENTERED_IN_ERROR' && (
        <WarningCallout heading={t('entries.entered-in-error')}>
          <p>{t('entries.error-note')}</p>
        </WarningCallout>
      )}
      {detail?.__typename === 'ObservationDetail' ? (
        <ResultInWords title={entry.title ?? t('entries.unreadable')} detail={detail} voice={voice} />
      ) : (
        summary && <p className="nhsuk-lede-text">{summary}</p>
      )}
      {hasTrend && <EntryTrend entry={entry.id} />}
      {parts.length > 0 && (
        <section>
          <Heading level={2} className="nhsuk-heading-m">
            {t('entries.parts')}
          </Heading>
          <TimelineList entries={parts} entryTo={entryTo} withoutKind withoutYears />
        </section>
      )}
      <Facts rows={own} />
      <Attachments attachments={entry.attachments} />
      <Heading level={2} className="nhsuk-heading-m">
        {t('entries.about')}
      </Heading>
      <Facts rows={common} />
      {actions}
      <Versions versions={entry.versions} />
    </>
  );
}
