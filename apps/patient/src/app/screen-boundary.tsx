import { ErrorState } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Component, type ReactNode } from 'react';
import messages from './app.messages.json';

/** A screen whose code could not be loaded: an old page after an update, or no line. Loading anew helps both. */
function CodeMissing() {
  const t = useT(messages);
  return <ErrorState what={t('app.chunk-missing')} retry={() => window.location.reload()} />;
}

/** Keeps the frame, and with it "Get help now", when a screen breaks. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <CodeMissing /> : this.props.children;
  }
}
