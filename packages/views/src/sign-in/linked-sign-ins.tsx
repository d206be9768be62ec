import { Heading, NotificationBanner } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LinkSignInForm, UnlinkSignInForm } from './link-sign-in.tsx';
import messages from './provider.messages.json';

/** A sign-in elsewhere that can be linked to the one here. */
export type LinkableSignIn = { id: string; name: string };

/** Other sign-ins one by one: linked already, or to be linked. `justLinked` says that it went well. */
export function LinkedSignIns({
  providers,
  linked,
  justLinked = false,
}: {
  providers: readonly LinkableSignIn[];
  /** Names of those that are linked. */
  linked: readonly string[];
  justLinked?: boolean;
}) {
  const t = useT(messages);
  const done = justLinked && providers.find(({ name }) => linked.includes(name));
  if (providers.length === 0) return <p>{t('provider.none')}</p>;
  return (
    <>
      {done && (
        <NotificationBanner success>
          <p>{t('provider.just-linked', { name: done.name })}</p>
        </NotificationBanner>
      )}
      {providers.map((provider) => (
        <section key={provider.id}>
          <Heading level={2}>{provider.name}</Heading>
          {linked.includes(provider.name) ? (
            <UnlinkSignInForm provider={provider} />
          ) : (
            <LinkSignInForm provider={provider} />
          )}
        </section>
      ))}
    </>
  );
}
