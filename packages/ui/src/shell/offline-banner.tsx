import { useSyncExternalStore } from 'react';
import { useKitText } from '../text.ts';

function listen(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** True while the browser believes it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
}

/** Says so, politely, while there is no network. */
export function OfflineBanner() {
  const t = useKitText();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <div className="hw-strip">
          <p className="hw-width">{t('ui.offline')}</p>
        </div>
      )}
    </div>
  );
}
