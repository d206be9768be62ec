import { Heading } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import messages from './provider.messages.json';

/** Leads out of the app to another sign-in, so its link is a plain one. */
export function ContinueWith({ providers }: { providers: readonly { name: string; startPath: string }[] }) {
  const t = useT(messages);
  if (providers.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{t('provider.other-ways')}</Heading>
      {providers.map(({ name, startPath }) => (
        <p key={startPath}>
          <a className="nhsuk-button nhsuk-button--secondary" href={startPath} draggable={false}>
            {t('provider.continue-with', { name })}
          </a>
        </p>
      ))}
    </section>
  );
}
