import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  Answer,
  EmergencyContacts,
  type EntryKind,
  type EntryRowEntry,
  kindPath,
  TimelineList,
} from '@heldwell/views';
import messages from './record.messages.json';
import { RecordSummaryQuery } from './record-documents.ts';
import { useRecordPlace } from './record-layout.tsx';
import { useMissingWords } from './record-words.ts';

type Summary = NonNullable<ResultOf<typeof RecordSummaryQuery>['record']>;

const topics = ['entries', 'sharing'] as const;

function Part({
  heading,
  kind,
  entries,
}: {
  heading: string;
  kind: EntryKind;
  entries: readonly EntryRowEntry[];
}) {
  const t = useT(messages);
  const { path } = useRecordPlace();
  if (entries.length === 0) return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{heading}</h2>
      <TimelineList entries={entries} entryTo={(id) => `${path}/entries/${id}`} withoutKind withoutYears />
      <p>
        <Link to={kind === 'TEST_RESULT' ? `${path}/results` : `${path}/kinds/${kindPath(kind)}`}>
          {t('record.see-all')}
          <span className="nhsuk-u-visually-hidden">{`, ${heading}`}</span>
        </Link>
      </p>
    </section>
  );
}

/** In an emergency it is said too that there is nobody to call. */
function Contacts({ contacts }: { contacts: Summary['emergencyContacts'] }) {
  const t = useT(messages);
  const missingOf = useMissingWords();
  const { record } = useRecordPlace();
  if (contacts.length === 0 && record.viewerAccess !== 'EMERGENCY') return null;
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('record.contacts')}</h2>
      {contacts.length > 0 ? <EmergencyContacts contacts={contacts} /> : <p>{missingOf(record)}</p>}
    </section>
  );
}

function SummaryParts({ summary }: { summary: Summary }) {
  const t = useT(messages);
  const { appointments, plans, conditions, medicines, results, emergencyContacts } = summary;
  const all = [
    emergencyContacts,
    appointments,
    plans.nodes,
    conditions.nodes,
    medicines.nodes,
    results.nodes,
  ];
  if (all.every((rows) => rows.length === 0)) {
    return (
      <EmptyState heading={t('record.summary-empty')}>
        <p>{t('record.summary-empty-text')}</p>
      </EmptyState>
    );
  }
  return (
    <div className="console-columns">
      <Part heading={t('record.plans')} kind="CARE_PLAN" entries={plans.nodes} />
      <Part heading={t('record.appointments')} kind="APPOINTMENT" entries={appointments} />
      <Part heading={t('record.conditions')} kind="CONDITION" entries={conditions.nodes} />
      <Part heading={t('record.medicines')} kind="MEDICINE" entries={medicines.nodes} />
      <Part heading={t('record.latest-results')} kind="TEST_RESULT" entries={results.nodes} />
      <Contacts contacts={emergencyContacts} />
    </div>
  );
}

/** The front page of a record: what staff look for first, as far as it may be seen. */
export function SummaryPage() {
  const t = useT(messages);
  const { record, name } = useRecordPlace();
  const query = useScreenQuery(RecordSummaryQuery, { id: record.id }, { on: topics });
  return (
    <Page title={t('record.summary')} section={name}>
      <Answer to={query} what={t('record.summary-what')}>
        {(data) => data.record && <SummaryParts summary={data.record} />}
      </Answer>
    </Page>
  );
}
