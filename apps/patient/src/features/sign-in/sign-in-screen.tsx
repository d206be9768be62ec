import { useScreenQuery } from '@heldwell/client';
import { Details, InsetText, Link, Page } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { ContinueWith, SignInForm } from '@heldwell/views';
import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useWatchedRecord } from '../../my-record/index.ts';
import { NationalSignInQuery } from './elsewhere-query.ts';
import messages from './sign-in.messages.json';

const never = [] as const;

/** Where the person was when the sign-in ended; only addresses inside the app. */
function useWayBack(): string | null {
  const { state } = useLocation();
  const from = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' && from.startsWith('/') ? from : null;
}

/** The national sign-in, where there is one; until that is known, and where it is not, nothing. */
function NationalSignIn() {
  const { data } = useScreenQuery(NationalSignInQuery, {}, { on: never });
  return <ContinueWith providers={data?.nationalSignIn ? [data.nationalSignIn] : []} />;
}

/** Signing in, and back to where one was. */
export function SignInScreen() {
  const t = useT(messages);
  const navigate = useNavigate();
  const back = useWayBack();
  const { watch } = useWatchedRecord();
  useEffect(() => watch(null), [watch]);
  const to = (path: string) => (words: string) => <Link to={path}>{words}</Link>;
  const wasInside = back !== null && back !== '/';
  return (
    <Page title={t('sign-in.title')}>
      {wasInside ? (
        <InsetText>
          <p>{t('sign-in.timed-out')}</p>
        </InsetText>
      ) : (
        <p>{t('sign-in.intro')}</p>
      )}
      <SignInForm onSignedIn={() => void navigate(back ?? '/', { replace: true })} />
      <NationalSignIn />
      <Details summary={t('sign-in.no-account')}>
        <p>{t('sign-in.ways')}</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          <li>{t('sign-in.way-invitation')}</li>
          <li>
            <Rich text={t('sign-in.way-letter')} parts={{ link: to('/letter') }} />
          </li>
          <li>
            <Rich text={t('sign-in.way-register')} parts={{ link: to('/register') }} />
          </li>
        </ul>
        <p>{t('sign-in.voluntary')}</p>
      </Details>
    </Page>
  );
}
