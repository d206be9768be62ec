import { EmptyState, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './app.messages.json';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useT(messages);
  return (
    <Page title={t('app.not-found')}>
      <EmptyState heading={t('app.not-found-text')}>
        <p>
          <Link to="/">{t('app.start-again')}</Link>
        </p>
      </EmptyState>
    </Page>
  );
}
