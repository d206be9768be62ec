import { type SecondFactorAsked, type SignInOutcome, useSession } from '@heldwell/client';
import { Button, Checkboxes, ErrorSummary, Heading, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { askPasskey, canUsePasskeys } from '../security/passkeys.ts';
import messages from './sign-in.messages.json';

type Method = SecondFactorAsked['methods'][number];
type Values = { code: string; remember: boolean };
type StepProps = { asked: SecondFactorAsked; onSignedIn: () => void; onStartAgain: () => void };

const words = {
  AUTHENTICATOR: { label: 'sign-in.code', hint: 'sign-in.code-hint', missing: 'sign-in.code-missing' },
  RECOVERY_CODE: {
    label: 'sign-in.recovery',
    hint: 'sign-in.recovery-hint',
    missing: 'sign-in.recovery-missing',
  },
} as const;

const others = {
  AUTHENTICATOR: 'sign-in.use-code',
  PASSKEY: 'sign-in.use-passkey',
  RECOVERY_CODE: 'sign-in.use-recovery',
} as const;

/** Goes on where an answer let the person in, and says why where it did not. */
function useJudging({ onSignedIn, onStartAgain }: StepProps) {
  const t = useT(messages);
  return (answer: SignInOutcome, name: 'code' | null): Refusal<Values> => {
    if (answer.outcome === 'signedIn') {
      onSignedIn();
      return undefined;
    }
    if (answer.outcome === 'problem') return { problem: answer.problem };
    if (answer.outcome === 'tooMany')
      return { message: t('sign-in.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
    if (answer.outcome === 'expired') {
      onStartAgain();
      return undefined;
    }
    return name ? { faults: { code: t('sign-in.code-wrong') } } : { message: t('sign-in.passkey-refused') };
  };
}

function useStep(props: StepProps, method: Method) {
  const { asked } = props;
  const t = useT(messages);
  const { completeSignIn } = useSession();
  const judge = useJudging(props);
  return useCheckedForm<Values>({
    initial: { code: '', remember: false },
    check: ({ code }) => {
      const faults: Faults<Values> = {};
      if (method !== 'PASSKEY' && !code.trim()) faults.code = t(words[method].missing);
      return faults;
    },
    send: async ({ code, remember }) => {
      const common = { ticket: asked.ticket, rememberDevice: remember };
      if (method === 'PASSKEY') {
        const passkey = await askPasskey(asked.passkeyOptions ?? '{}').catch(() => undefined);
        if (!passkey) return { message: t('sign-in.passkey-none') };
        return judge(await completeSignIn({ ...common, passkey }), null);
      }
      const shown = method === 'AUTHENTICATOR' ? { code } : { recoveryCode: code };
      return judge(await completeSignIn({ ...common, ...shown }), 'code');
    },
  });
}

/** After the password: a passkey, the authenticator's code or a recovery code, and whether to remember this device. */
export function SecondFactorStep(props: StepProps) {
  const t = useT(messages);
  const methods = props.asked.methods.filter((one) => one !== 'PASSKEY' || canUsePasskeys());
  const [method, setMethod] = useState<Method>(methods[0] ?? 'RECOVERY_CODE');
  const form = useStep(props, method);
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Heading level={2}>{t('sign-in.second')}</Heading>
      {method === 'PASSKEY' ? (
        <p>{t('sign-in.second-passkey')}</p>
      ) : (
        <TextInput
          key={method}
          id="code"
          label={t(words[method].label)}
          hint={t(words[method].hint)}
          code
          width={method === 'AUTHENTICATOR' ? 10 : 20}
          autoComplete={method === 'AUTHENTICATOR' ? 'one-time-code' : 'off'}
          inputMode={method === 'AUTHENTICATOR' ? 'numeric' : 'text'}
          spellCheck={false}
          value={form.values.code}
          error={form.faultOf('code')}
          onChange={(event) => form.set('code', event.target.value)}
        />
      )}
      <Checkboxes
        id="remember"
        legend={t('sign-in.remember-legend')}
        legendSize="s"
        items={[{ value: 'yes', label: t('sign-in.remember'), hint: t('sign-in.remember-hint') }]}
        value={form.values.remember ? ['yes'] : []}
        onChange={(event) => form.set('remember', event.target.checked)}
      />
      <Button type="submit" busy={form.sending}>
        {t(method === 'PASSKEY' ? 'sign-in.show-passkey' : 'sign-in.go-on')}
      </Button>
      <ul className="nhsuk-list">
        {methods
          .filter((other) => other !== method)
          .map((other) => (
            <li key={other}>
              <button type="button" className="nhsuk-link hw-link-button" onClick={() => setMethod(other)}>
                {t(others[other])}
              </button>
            </li>
          ))}
        <li>
          <button type="button" className="nhsuk-link hw-link-button" onClick={props.onStartAgain}>
            {t('sign-in.start-again')}
          </button>
        </li>
      </ul>
      <p className="hw-quiet">{t('sign-in.lost')}</p>
    </form>
  );
}
