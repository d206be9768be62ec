import { type SecondFactorAsked, useSession } from '@heldwell/client';
import { Button, ErrorSummary, Link, PasswordInput, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Faults, useCheckedForm } from '../forms/use-checked-form.ts';
import { PasskeySignIn } from './passkey-sign-in.tsx';
import { SecondFactorStep } from './second-factor-step.tsx';
import messages from './sign-in.messages.json';

type Values = { email: string; password: string };
type FormProps = { onSignedIn: () => void; onAsked: (asked: SecondFactorAsked) => void };

function PasswordForm({ onSignedIn, onAsked }: FormProps) {
  const t = useT(messages);
  const { signIn } = useSession();
  const form = useCheckedForm<Values>({
    initial: { email: '', password: '' },
    check: ({ email, password }) => {
      const faults: Faults<Values> = {};
      if (!email.trim()) faults.email = t('sign-in.email-missing');
      else if (!/^\S+@\S+$/.test(email.trim())) faults.email = t('sign-in.email-shape');
      if (!password) faults.password = t('sign-in.password-missing');
      return faults;
    },
    send: async ({ email, password }) => {
      const answer = await signIn({ email: email.trim(), password });
      if (answer.outcome === 'problem') return { problem: answer.problem };
      if (answer.outcome === 'tooMany') {
        return { message: t('sign-in.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      }
      if (answer.outcome === 'secondFactor') onAsked(answer.asked);
      else if (answer.outcome === 'signedIn') onSignedIn();
      else return { faults: { email: t('sign-in.refused') } };
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        id="email"
        label={t('sign-in.email')}
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={form.values.email}
        error={form.faultOf('email')}
        onChange={(event) => form.set('email', event.target.value)}
      />
      <PasswordInput
        id="password"
        label={t('sign-in.password')}
        autoComplete="current-password"
        value={form.values.password}
        error={form.faultOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
      <p>
        <Link to="/forgotten-password">{t('sign-in.forgotten')}</Link>
      </p>
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sign-in.submitting' : 'sign-in.submit')}
      </Button>
    </form>
  );
}

/**
 * E-mail and password, or a passkey, and what may be asked for after them. `onSignedIn` is called once all was right.
 */
export function SignInForm({ onSignedIn }: { onSignedIn: () => void }) {
  const [asked, setAsked] = useState<SecondFactorAsked>();
  if (asked) {
    const again = () => setAsked(undefined);
    return <SecondFactorStep asked={asked} onSignedIn={onSignedIn} onStartAgain={again} />;
  }
  return (
    <>
      <PasswordForm onSignedIn={onSignedIn} onAsked={setAsked} />
      <PasskeySignIn onSignedIn={onSignedIn} />
    </>
  );
}
