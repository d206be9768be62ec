import '@heldwell/ui/styles/patient.css';
import { ClientProvider, createClient } from '@heldwell/client';
import { FormattingProvider } from '@heldwell/ui';
import { chosenLocale, I18nProvider, loadLanguage } from '@heldwell/ui/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { App } from './app/app.tsx';
import { loadEveryScreen } from './app/routes.ts';

// With its last slash, home too lies inside what the service worker serves.
const base = '/patient/';
if (`${window.location.pathname}/` === base)
  window.history.replaceState(null, '', base + window.location.search);

const client = createClient({ app: 'patient' });
const language = await loadLanguage(chosenLocale());
const root = document.getElementById('app');
if (!root) throw new Error('The page has no place for the app.');

createRoot(root).render(
  <StrictMode>
    <I18nProvider language={language}>
      <FormattingProvider profile="patient">
        <ClientProvider client={client}>
          <BrowserRouter basename={base}>
            <App />
          </BrowserRouter>
        </ClientProvider>
      </FormattingProvider>
    </I18nProvider>
  </StrictMode>,
);

/** After the first screen is there and the line is quiet; not for those who asked to save it. */
function loadTheRestLater(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!connection?.saveData) setTimeout(() => void loadEveryScreen(), 3_000);
}

window.addEventListener('load', loadTheRestLater, { once: true });

// Without a service worker (an old browser, a private window) everything works but "Get help now" without a line.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => {
    navigator.serviceWorker
      .register('/patient/service-worker.js', { scope: '/patient/' })
      .catch(() => undefined);
  });
}
