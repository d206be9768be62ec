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

type CatcherProps = { place: string; children: ReactNode };
type CatcherState = { place: string; failed: boolean };

class Catcher extends Component<CatcherProps, CatcherState> {
  override state: CatcherState = { place: this.props.place, failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  static getDerivedStateFromProps({ place }: CatcherProps, before: CatcherState) {
    return place === before.place ? null : { place, failed: false };
  }

  override render() {
    return this.state.failed ? <ScreenFailed /> : this.props.children;
  }
}

/**
 * Holds a screen whose code is loaded when it is opened: says so while it loads, and what to do when it cannot be
 * loaded or breaks. Moving to another `place`, the address, leaves a failure behind; what works stays as it is.
 */
export function ScreenBoundary({ place = '', children }: { place?: string; children: ReactNode }) {
  return (
    <Catcher place={place}>
      <Suspense fallback={<Loading />}>{children}</Suspense>
    </Catcher>
  );
}
