import { BackLink } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './security.messages.json';

/** The way back to how the person signs in. */
export function BackToSecurity() {
  const t = useT(messages);
  return <BackLink to="/security">{t('security.title')}</BackLink>;
}
