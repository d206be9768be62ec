import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, GrantFields, type GrantRight, GrantSummary } from '@heldwell/views';
import messages from './access.messages.json';

const AccessQuery = graphql(
  `query Access($id: ID!) {
    record(id: $id) { id viewerGrants { ...GrantFields } }
  }`,
  [GrantFields],
);

const topics = ['sharing'] as const;

/** Labels in words, since when, until when and who gave it; ways to ask for more, and out of the role. */
export function AccessPage({ record, name, path }: { record: string; name: string; path: string }) {
  const t = useT(messages);
  const query = useScreenQuery(AccessQuery, { id: record }, { on: topics });
  const has = (right: GrantRight) =>
    query.data?.record?.viewerGrants?.some(({ rights }) => rights.includes(right)) ?? false;
  return (
    <Page title={t('access.title')} section={name} before={<BackLink to={path}>{t('access.back')}</BackLink>}>
      <p>{t('access.intro', { name })}</p>
      <Answer to={query} what={t('access.what')}>
        {(data) => {
          const grants = data.record?.viewerGrants ?? [];
          if (grants.length === 0) return <EmptyState heading={t('access.none')} />;
          return grants.map((grant) => (
            <GrantSummary key={grant.id} grant={grant} heading={t('access.given')} />
          ));
        }}
      </Answer>
      <p>{t('access.nothing-else', { name })}</p>
      {has('MANAGE_SHARING') && (
        <p>
          <Link to={`${path}/access/sharing`}>{t('access.sharing')}</Link>
        </p>
      )}
      {has('SEE_LOG') && (
        <p>
          <Link to={`${path}/access/who-looked`}>{t('access.who-looked')}</Link>
        </p>
      )}
      <p>
        <Link to={`${path}/access/ask`}>{t('access.ask')}</Link>
      </p>
      <p>
        <Link to={`${path}/access/leave`}>{t('access.leave')}</Link>
      </p>
    </Page>
  );
}
