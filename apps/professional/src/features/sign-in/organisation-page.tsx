import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import messages from './sign-in.messages.json';

const OrganisationSignIns = graphql(
  `query OrganisationSignIns { organisationSignIns { id name organisationName startPath } }`,
);

const never = [] as const;

/** Choosing the organisation whose own sign-in staff use. */
export function OrganisationPage() {
  const t = useT(messages);
  const answer = useScreenQuery(OrganisationSignIns, {}, { on: never });
  return (
    <Page
      title={t('sign-in-page.organisation')}
      before={<BackLink to="/sign-in">{t('sign-in-page.back')}</BackLink>}
    >
      <p>{t('sign-in-page.organisation-what')}</p>
      <Answer to={answer} what={t('sign-in-page.organisations')}>
        {({ organisationSignIns }) =>
          organisationSignIns.length === 0 ? (
            <EmptyState heading={t('sign-in-page.no-organisation')}>
              <p>{t('sign-in-page.no-organisation-next')}</p>
            </EmptyState>
          ) : (
            <ul className="hw-link-list" aria-label={t('sign-in-page.organisation')}>
              {organisationSignIns.map(({ id, name, organisationName, startPath }) => (
                <li key={id}>
                  {/* It leads out of the console, so the link is a plain one. */}
                  <a className="hw-link-list__link" href={startPath}>
                    <span className="hw-link-list__text">
                      <span className="hw-link-list__label">{organisationName}</span>
                      {name !== organisationName && <span className="hw-link-list__hint">{name}</span>}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
