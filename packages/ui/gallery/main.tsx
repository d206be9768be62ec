import { createRoot } from 'react-dom/client';
import { chosenLocale, I18nProvider, loadLanguage } from '../src/i18n/index.ts';
import { FormattingProvider } from '../src/index.ts';
import { Gallery } from './gallery.tsx';

const sheets = {
  patient: () => import('../dist/patient.css'),
  carer: () => import('../dist/carer.css'),
  professional: () => import('../dist/professional.css'),
};
const asked = new URLSearchParams(window.location.search).get('app') ?? 'patient';
const app = asked === 'carer' || asked === 'professional' ? asked : 'patient';

await sheets[app]();
const language = await loadLanguage(chosenLocale());
const element = document.getElementById('app');
if (element) {
  createRoot(element).render(
    <I18nProvider language={language}>
      <FormattingProvider profile={app === 'professional' ? 'professional' : 'patient'}>
        <Gallery app={app} />
      </FormattingProvider>
    </I18nProvider>,
  );
}
