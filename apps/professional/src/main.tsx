import '@heldwell/ui/styles/professional.css';
import './app/console.css';
import { createClient } from '@heldwell/client';
import { chosenLocale, loadLanguage } from '@heldwell/ui/i18n';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const language = await loadLanguage(chosenLocale());
const client = createClient({ app: 'professional' });
const place = document.getElementById('app');
if (!place) throw new Error('The page has no #app.');
createRoot(place).render(
  <StrictMode>
    <App language={language} client={client} />
  </StrictMode>,
);
