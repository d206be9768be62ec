import { graphql, useScreenQuery } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, LinkedSignIns } from '@heldwell/views';
import messages from './sign-in.messages.json';

const SignInElsewhere = graphql(
  `query StaffSignInElsewhere { organisationSignIns { id name organisationName } viewer { linkedSignIns } }`,
);

const never = [] as const;

/** The own sign-ins of the organisations somebody works for: linked to the one here, or to be linked. */
export function ElsewherePage({ organisations }: { organisations: readonly string[] }) {
  const t = useT(messages);
  const answer = useScreenQuery(SignInElsewhere, {}, { on: never });
  return (
    <Page
      title={t('sign-in-page.elsewhere')}
      before={<BackLink to="/security">{t('sign-in-page.to-security')}</BackLink>}
    >
      <Answer to={answer} what={t('sign-in-page.what-elsewhere')}>
        {({ organisationSignIns, viewer }) => (
          <LinkedSignIns
            providers={organisationSignIns.filter(
              ({ name, organisationName }) =>
                viewer?.linkedSignIns.includes(name) || organisations.some((one) => one === organisationName),
            )}
            linked={viewer?.linkedSignIns ?? []}
          />
        )}
      </Answer>
    </Page>
  );
}
