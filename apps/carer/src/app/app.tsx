import { ClientProvider, type HeldwellClient } from '@heldwell/client';
import { FormattingProvider, LinkProvider } from '@heldwell/ui';
import { I18nProvider, type Language } from '@heldwell/ui/i18n';
import { BrowserRouter, Link } from 'react-router';
import { AppRoutes } from './app-routes.tsx';

/** The carer app, with everything it stands on. */
export function App({ language, client }: { language: Language; client: HeldwellClient }) {
  return (
    <I18nProvider language={language}>
      <FormattingProvider profile="patient">
        <ClientProvider client={client}>
          <BrowserRouter basename="/carer">
            <LinkProvider link={Link}>
              <AppRoutes />
            </LinkProvider>
          </BrowserRouter>
        </ClientProvider>
      </FormattingProvider>
    </I18nProvider>
  );
}
