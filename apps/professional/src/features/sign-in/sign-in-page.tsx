import { InsetText, Link, Page } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { SignInForm } from '@heldwell/views';
import messages from './sign-in.messages.json';

/** Signing in to the console. `ended` says that a session has just run out. */
export function SignInPage({ ended, onSignedIn }: { ended: boolean; onSignedIn: () => void }) {
  const t = useT(messages);
  return (
    <Page title={t('sign-in-page.title')}>
      {ended ? (
        <InsetText>
          <p>{t('sign-in-page.ended')}</p>
        </InsetText>
      ) : (
        <p>{t('sign-in-page.who')}</p>
      )}
      <SignInForm onSignedIn={onSignedIn} />
      <p>
        <Link to="/sign-in/organisation">{t('sign-in-page.by-organisation')}</Link>
      </p>
      <p>
        {/* The front page is outside this app, so the link is a plain one. */}
        <Rich text={t('sign-in-page.other-doors')} parts={{ link: (words) => <a href="/">{words}</a> }} />
      </p>
    </Page>
  );
}
