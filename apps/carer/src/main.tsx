import '@heldwell/ui/styles/carer.css';
import './app/carer.css';
import { createClient } from '@heldwell/client';
import { chosenLocale, loadLanguage } from '@heldwell/ui/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { showTextSize } from './features/settings/text-size.ts';

showTextSize();
const language = await loadLanguage(chosenLocale());
const client = createClient({ app: 'carer' });
const place = document.getElementById('app');
if (!place) throw new Error('The page has no #app.');
createRoot(place).render(
  <StrictMode>
    <App language={language} client={client} />
  </StrictMode>,
);
