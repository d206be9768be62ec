import { graphql, mergedByScreen, useCommand } from '@heldwell/client';
import { Button, ErrorSummary } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '../forms/use-checked-form.ts';
import messages from './provider.messages.json';

const LinkSignIn = graphql(`
  mutation LinkSignIn($provider: ID!) { linkSignIn(provider: $provider) { address } }
`);

const UnlinkSignIn = graphql(`
  mutation UnlinkSignIn($provider: ID!) {
    unlinkSignIn(provider: $provider) { __typename ... on Problem { message } }
  }
`);

type Provider = { id: string; name: string };

/** Leads to another sign-in, to link it to the one here. */
export function LinkSignInForm({
  provider: { id, name },
  leave = (address) => window.location.assign(address),
}: {
  provider: Provider;
  leave?: (address: string) => void;
}) {
  const t = useT(messages);
  const { run } = useCommand(LinkSignIn, mergedByScreen);
  const form = useCheckedForm({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({ provider: id });
      if (problem) return { problem };
      leave(data.linkSignIn.address);
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('provider.link-what', { name })}</p>
      <Button type="submit" busy={form.sending}>
        {form.sending ? t('provider.linking') : t('provider.link', { name })}
      </Button>
    </form>
  );
}

/** Says that another sign-in is linked, and unlinks it. */
export function UnlinkSignInForm({ provider: { id, name } }: { provider: Provider }) {
  const t = useT(messages);
  const { run } = useCommand(UnlinkSignIn);
  const form = useCheckedForm({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({ provider: id });
      if (problem) return { problem };
      return data.unlinkSignIn.__typename === 'LastWayIn' ? { message: t('provider.last-way') } : undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('provider.is-linked', { name })}</p>
      <Button type="submit" variant="secondary" busy={form.sending}>
        {t('provider.unlink', { name })}
      </Button>
    </form>
  );
}
