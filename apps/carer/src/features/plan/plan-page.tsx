import { graphql, type ResultOf, useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, EntryDetailFields, EntryDetailView, TimelineList } from '@heldwell/views';
import messages from './plan.messages.json';

const PlanQuery = graphql(
  `query Plan($id: ID!) {
    record(id: $id) { id entries(kind: CARE_PLAN, first: 10) { nodes { ...EntryDetailFields } } }
  }`,
  [EntryDetailFields],
);

type Plan = NonNullable<ResultOf<typeof PlanQuery>['record']>['entries']['nodes'][number];

const topics = ['entries', 'sharing'] as const;

function Plans({ plans, path }: { plans: readonly Plan[]; path: string }) {
  const t = useT(messages);
  const entryTo = (id: string) => `${path}/entries/${id}`;
  const [only, another] = plans;
  if (!only) {
    return (
      <EmptyState heading={t('plan.empty')}>
        <p>{t('plan.empty-text')}</p>
      </EmptyState>
    );
  }
  if (another) return <TimelineList entries={plans} entryTo={entryTo} withoutKind withoutYears />;
  return (
    <>
      <h2 className="nhsuk-heading-m">{only.title}</h2>
      <EntryDetailView entry={only} voice="other" entryTo={entryTo} />
    </>
  );
}

/** The care plan, with help for a crisis one tap away above it. */
export function PlanPage({ record, name, path }: { record: string; name: string; path: string }) {
  const t = useT(messages);
  const query = useScreenQuery(PlanQuery, { id: record }, { on: topics });
  return (
    <Page
      title={t('plan.title', { name })}
      section={name}
      before={<BackLink to={path}>{t('plan.back')}</BackLink>}
    >
      <p>
        <ButtonLink to="/help">{t('plan.help')}</ButtonLink>
      </p>
      <Answer to={query} what={t('plan.what')}>
        {(data) => <Plans plans={data.record?.entries.nodes ?? []} path={path} />}
      </Answer>
    </Page>
  );
}
