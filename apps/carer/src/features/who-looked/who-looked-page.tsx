import { graphql, type ResultOf } from '@heldwell/client';
import { BackLink, EmptyState, Page, useFormat } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { AccessLogFields, Answer, MoreRows, type Pages, usePages } from '@heldwell/views';
import messages from './who-looked.messages.json';

const WhoLookedQuery = graphql(
  `query CarerWhoLooked($id: ID!, $after: String) {
    record(id: $id) {
      id
      accessLog(first: 50, after: $after) {
        nodes { ...AccessLogFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`,
  [AccessLogFields],
);

type Look = ResultOf<typeof AccessLogFields>;
type Shown = Pages<ResultOf<typeof WhoLookedQuery>, Look>;
type Words = Translate<keyof typeof messages>;

/** Parts a carer is told of by name; all others are "parts of the record". */
const named = ['DETAILS', 'ENTRY', 'DISCUSSION', 'DISCUSSIONS', 'FILE', 'LOG'] as const;
const onSharing = ['sharing'] as const;

/** "Looked at: a discussion." */
function whatOf(t: Words, { kind, lookedAt, sharingChange, sharedWith }: Look): string {
  if (sharingChange) return sharedWith ? t('who.shared', { with: sharedWith }) : t('who.moved');
  if (kind === 'LIVE') return t('who.live');
  const parts = new Set(
    lookedAt.map((part) => t(`who.part-${named.find((known) => known === part) ?? 'OTHER'}`)),
  );
  return t('who.looked', { what: [...parts].join(', ') });
}

function LookLine({ look }: { look: Look }) {
  const t = useT(messages);
  const format = useFormat();
  const { person, team, at } = look;
  return (
    <li className="hw-entry">
      <span className="hw-quiet">{format.dateTime(at)}</span>
      <br />
      {team ? t('who.with-team', { person, team }) : person}
      <br />
      {whatOf(t, look)}
    </li>
  );
}

/** Who looked at what this carer may see themself, where the patient lets them see that. */
export function WhoLookedPage({ record, name, path }: { record: string; name: string; path: string }) {
  const t = useT(messages);
  const pages = usePages({
    query: WhoLookedQuery,
    variables: { id: record },
    pick: (data) => data.record?.accessLog,
    on: onSharing,
  });
  return (
    <Page
      title={t('who.title')}
      section={name}
      before={<BackLink to={`${path}/access`}>{t('who.back')}</BackLink>}
    >
      {pages.query.problem?.kind === 'forbidden' ? (
        <EmptyState heading={t('who.not-you')}>
          <p>{t('who.not-you-what', { name })}</p>
        </EmptyState>
      ) : (
        <Looks pages={pages} name={name} />
      )}
    </Page>
  );
}

function Looks({ pages, name }: { pages: Shown; name: string }) {
  const t = useT(messages);
  return (
    <>
      <p>{t('who.intro', { name })}</p>
      <Answer to={pages.query} what={t('who.list')}>
        {() =>
          pages.rows.length === 0 ? (
            <EmptyState heading={t('who.none')}>
              <p>{t('who.none-what')}</p>
            </EmptyState>
          ) : (
            <>
              <ol className="hw-link-list">
                {pages.rows.map((look) => (
                  <LookLine key={look.id} look={look} />
                ))}
              </ol>
              <MoreRows pages={pages} what={t('who.list')} />
            </>
          )
        }
      </Answer>
    </>
  );
}
