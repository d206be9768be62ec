import { mergedByScreen, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, ErrorSummary, Link, Page, PasswordInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { Answer } from '../answer/answer.tsx';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { BackToSecurity } from './back.tsx';
import { useNewPasswordFault } from './new-password.ts';
import messages from './security.messages.json';
import { ChangePassword, SecurityQuery } from './security-documents.ts';

type Values = { current: string; password: string };
const never = [] as const;

function PasswordForm({ hasPassword, onChanged }: { hasPassword: boolean; onChanged: () => void }) {
  const t = useT(messages);
  const faultOf = useNewPasswordFault();
  const change = useCommand(ChangePassword, mergedByScreen).run;
  const form = useCheckedForm<Values>({
    initial: { current: '', password: '' },
    check: ({ current, password }) => {
      const faults: Faults<Values> = {};
      if (hasPassword && !current) faults.current = t('security.password-current-missing');
      const fault = faultOf(password);
      if (fault) faults.password = fault;
      return faults;
    },
    send: async ({ current, password }): Promise<Refusal<Values>> => {
      const { data, problem } = await change({ input: { current: hasPassword ? current : null, password } });
      if (problem) return { problem };
      const answer = data.changePassword;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'SignInRefused')
        return { faults: { current: t('security.confirm-wrong-password') } };
      if (answer.__typename === 'NewPasswordUnsuitable') return { faults: { password: answer.message } };
      onChanged();
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {hasPassword && (
        <PasswordInput
          id="current"
          label={t('security.password-current')}
          autoComplete="current-password"
          value={form.values.current}
          error={form.faultOf('current')}
          onChange={(event) => form.set('current', event.target.value)}
        />
      )}
      <PasswordInput
        id="password"
        label={t('security.password-new')}
        hint={t('security.password-hint')}
        autoComplete="new-password"
        value={form.values.password}
        error={form.faultOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
      <p>{t('security.password-ends')}</p>
      <Button type="submit" busy={form.sending}>
        {t('security.password-save')}
      </Button>
    </form>
  );
}

/** Changing the password: the old one and the new one, or a first one. */
export function PasswordPage() {
  const t = useT(messages);
  const query = useScreenQuery(SecurityQuery, {}, { on: never });
  const [changed, setChanged] = useState(false);
  if (changed) {
    return (
      <Page title={t('security.password-changed')} panel={t('security.password-changed-what')}>
        <p>
          <Link to="/security">{t('security.back')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('security.password-title')} before={<BackToSecurity />}>
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) => (
          <PasswordForm
            hasPassword={viewer?.security?.hasPassword ?? true}
            onChanged={() => setChanged(true)}
          />
        )}
      </Answer>
    </Page>
  );
}
