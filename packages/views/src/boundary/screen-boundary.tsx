import { ErrorState, Link, Loading, Page } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { Component, type ReactNode, Suspense } from 'react';
import messages from './boundary.messages.json';

function ScreenFailed() {
  const t = useT(messages);
  const call = (number: string) => <Link to={`tel:${number}`}>{number}</Link>;
  return (
    <Page title={t('boundary.title')}>
      {/* The browser keeps a script that failed to load as failed: only loading the page anew asks for it again. */}
      <ErrorState what={t('boundary.what')} retry={() => window.location.reload()}>
        <p>
          <Rich text={t('boundary.help')} parts={{ emergency: call, urgent: call }} />
        </p>
      </ErrorState>
    </Page>
  );
}

class Catcher extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <ScreenFailed /> : this.props.children;
  }
}

/**
 * Holds a screen whose code is loaded when it is opened: says so while it loads, and what to do when it cannot be
 * loaded or breaks. Give it a `key` of the address, so that leaving a broken screen leaves its failure behind.
 */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  return (
    <Catcher>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </Catcher>
  );
}
