import { mergedByScreen, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, ButtonLink, ErrorSummary, Page, PasswordInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { Answer } from '../answer/answer.tsx';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { useNewPasswordFault } from './new-password.ts';
import messages from './security.messages.json';
import { PasswordResetQuery, ResetPassword } from './security-documents.ts';

type Values = { password: string };
type Done = (outcome: 'changed' | 'unusable') => void;
const never = [] as const;

function ResetForm({ code, onDone }: { code: string; onDone: Done }) {
  const t = useT(messages);
  const faultOf = useNewPasswordFault();
  const reset = useCommand(ResetPassword, mergedByScreen).run;
  const form = useCheckedForm<Values>({
    initial: { password: '' },
    check: ({ password }) => {
      const faults: Faults<Values> = {};
      const fault = faultOf(password);
      if (fault) faults.password = fault;
      return faults;
    },
    send: async ({ password }): Promise<Refusal<Values>> => {
      const { data, problem } = await reset({ input: { code, password } });
      if (problem) return { problem };
      const answer = data.resetPassword;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'NewPasswordUnsuitable') return { faults: { password: answer.message } };
      onDone(answer.__typename === 'PasswordChanged' ? 'changed' : 'unusable');
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <PasswordInput
        id="password"
        label={t('security.password-new')}
        hint={t('security.password-hint')}
        autoComplete="new-password"
        value={form.values.password}
        error={form.faultOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t('security.password-save')}
      </Button>
    </form>
  );
}

/** A link that was used, is unknown or out of date: why that may be, and what to do. */
function Unusable() {
  const t = useT(messages);
  return (
    <Page title={t('security.reset-unusable')}>
      <p>{t('security.reset-unusable-why')}</p>
      <ButtonLink to="/forgotten-password">{t('security.reset-again')}</ButtonLink>
    </Page>
  );
}

/** Choosing a new password by a link. */
export function ResetPage({ code }: { code: string }) {
  const t = useT(messages);
  const query = useScreenQuery(PasswordResetQuery, { code }, { on: never });
  const [outcome, setOutcome] = useState<'changed' | 'unusable'>();
  if (outcome === 'changed') {
    return (
      <Page title={t('security.password-changed')} panel={t('security.reset-done')}>
        <ButtonLink to="/sign-in">{t('security.sign-in')}</ButtonLink>
      </Page>
    );
  }
  if (outcome === 'unusable' || query.data?.passwordReset === null) return <Unusable />;
  return (
    <Page title={t('security.reset-title')}>
      <Answer to={query} what={t('security.reset-what')}>
        {() => <ResetForm code={code} onDone={setOutcome} />}
      </Answer>
    </Page>
  );
}
