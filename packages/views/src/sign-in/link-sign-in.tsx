import { graphql, mergedByScreen, useCommand } from '@heldwell/client';
import { Button, ErrorSummary, PasswordInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import messages from './provider.messages.json';

const LinkSignIn = graphql(`
  mutation LinkSignIn($provider: ID!) {
    linkSignIn(provider: $provider) {
      __typename
      ... on SignInToLink { address }
      ... on Problem { message }
    }
  }
`);

const ConfirmPassword = graphql(`
  mutation ConfirmToLink($password: String!) {
    confirmPassword(password: $password) {
      __typename
      ... on TooManyAttempts { retryAfterSeconds }
    }
  }
`);

type Values = { password: string };

/** Confirms the password where it has to be, and goes to the other sign-in. */
function useLinking(provider: string, leave: (address: string) => void) {
  const t = useT(messages);
  const [asks, setAsks] = useState(false);
  const confirm = useCommand(ConfirmPassword, mergedByScreen);
  const link = useCommand(LinkSignIn, mergedByScreen);
  const confirmed = async (password: string): Promise<Refusal<Values>> => {
    const { data, problem } = await confirm.run({ password });
    if (problem) return { problem };
    const said = data.confirmPassword;
    if (said.__typename === 'PasswordConfirmed') return undefined;
    if (said.__typename !== 'TooManyAttempts') return { faults: { password: t('provider.password-wrong') } };
    return { message: t('provider.too-many', { minutes: Math.ceil(said.retryAfterSeconds / 60) }) };
  };
  const go = async ({ password }: Values): Promise<Refusal<Values>> => {
    const refusal = asks ? await confirmed(password) : undefined;
    if (refusal) return refusal;
    const { data, problem } = await link.run({ provider });
    if (problem) return { problem };
    if (data.linkSignIn.__typename === 'SignInToLink') leave(data.linkSignIn.address);
    else setAsks(true);
    return undefined;
  };
  return { asks, go };
}

/** Leads to another sign-in, to link it to the one here. Asks for the password when it was not said lately. */
export function LinkSignInForm({
  provider: { id, name },
  leave = (address) => window.location.assign(address),
}: {
  provider: { id: string; name: string };
  leave?: (address: string) => void;
}) {
  const t = useT(messages);
  const { asks, go } = useLinking(id, leave);
  const form = useCheckedForm<Values>({
    initial: { password: '' },
    check: ({ password }) => (asks && !password ? { password: t('provider.password-missing') } : {}),
    send: go,
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('provider.link-what', { name })}</p>
      {asks && (
        <PasswordInput
          id="password"
          label={t('provider.password')}
          hint={t('provider.password-hint')}
          value={form.values.password}
          error={form.faultOf('password')}
          onChange={(event) => form.set('password', event.target.value)}
        />
      )}
      <Button type="submit" busy={form.sending}>
        {form.sending ? t('provider.linking') : t('provider.link', { name })}
      </Button>
    </form>
  );
}
