import { useScreenQuery } from '@heldwell/client';
import { BackLink, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, LinkedSignIns } from '@heldwell/views';
import { Navigate, useSearchParams } from 'react-router';
import { ElsewhereQuery } from './elsewhere-query.ts';
import messages from './sign-in.messages.json';

const never = [] as const;

/** Sign-ins elsewhere that are linked to the one here, or can be. */
export function SignInElsewhereScreen() {
  const t = useT(messages);
  const [search] = useSearchParams();
  const answer = useScreenQuery(ElsewhereQuery, {}, { on: never });
  if (answer.data && !answer.data.viewer && !answer.asking) {
    return <Navigate to="/sign-in" replace state={{ from: '/more/sign-in-elsewhere' }} />;
  }
  return (
    <Page title={t('sign-in.elsewhere')} before={<BackLink to="/more">{t('sign-in.more')}</BackLink>}>
      <Answer to={answer} what={t('sign-in.what-elsewhere')}>
        {({ nationalSignIn, viewer }) =>
          viewer && (
            <LinkedSignIns
              providers={nationalSignIn ? [nationalSignIn] : []}
              linked={viewer.linkedSignIns}
              justLinked={search.has('linked')}
            />
          )
        }
      </Answer>
    </Page>
  );
}
