import { mergedByScreen, useCommand } from '@heldwell/client';
import { Button, Details, ErrorSummary, Link, Page, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { BackToSecurity } from './back.tsx';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import messages from './security.messages.json';
import { BeginAuthenticator, ConfirmAuthenticator } from './security-documents.ts';
import { useProblemNotice } from './use-problem-notice.tsx';

type Begun = { secret: string; uri: string };
type Values = { code: string };
type Added = (codes: readonly string[] | null) => void;

/** The key in groups of four, as people read it out and type it. */
const grouped = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

function CodeForm({ begun, onAdded }: { begun: Begun; onAdded: Added }) {
  const t = useT(messages);
  const confirm = useCommand(ConfirmAuthenticator).run;
  const form = useCheckedForm<Values>({
    initial: { code: '' },
    check: ({ code }) => {
      const faults: Faults<Values> = {};
      if (!/^\s*(\d\s*){6}$/.test(code)) faults.code = t('security.confirm-missing-code');
      return faults;
    },
    send: async ({ code }): Promise<Refusal<Values>> => {
      const { data, problem } = await confirm({ code });
      if (problem) return { problem };
      const answer = data.confirmAuthenticator;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'FactorRefused')
        return { faults: { code: t('security.authenticator-wrong') } };
      if (answer.__typename !== 'FactorAdded') return { message: t('security.authenticator-expired') };
      onAdded(answer.recoveryCodes);
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('security.authenticator-scan')}</p>
      <QrCode text={begun.uri} label={t('security.authenticator-qr')} />
      <Details summary={t('security.authenticator-key')}>
        <p>
          <samp>{grouped(begun.secret)}</samp>
        </p>
      </Details>
      <TextInput
        id="code"
        label={t('security.authenticator-code')}
        hint={t('security.authenticator-code-hint')}
        code
        width={10}
        autoComplete="one-time-code"
        inputMode="numeric"
        value={form.values.code}
        error={form.faultOf('code')}
        onChange={(event) => form.set('code', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t('security.authenticator-confirm')}
      </Button>
    </form>
  );
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const t = useT(messages);
  const command = useCommand(BeginAuthenticator, mergedByScreen);
  const { notice, tell } = useProblemNotice();
  const begin = async () => {
    const { data, problem } = await command.run({});
    tell(problem);
    if (data) onBegun(data.beginAuthenticator);
  };
  return (
    <>
      {notice}
      <p>{t('security.authenticator-what')}</p>
      <p>{t('security.authenticator-which')}</p>
      <Button type="button" busy={command.running} onClick={() => void begin()}>
        {t('security.authenticator-begin')}
      </Button>
    </>
  );
}

/** Setting up an authenticator app: scan or type the key, then show that it works. */
export function AuthenticatorPage() {
  const t = useT(messages);
  const [begun, setBegun] = useState<Begun>();
  const [added, setAdded] = useState<{ codes: readonly string[] | null }>();
  if (added) {
    return (
      <Page title={t('security.authenticator-done')} panel={t('security.authenticator-done-what')}>
        {added.codes ? (
          <RecoveryCodes codes={added.codes} />
        ) : (
          <p>
            <Link to="/security">{t('security.back')}</Link>
          </p>
        )}
      </Page>
    );
  }
  return (
    <Page title={t('security.authenticator-title')} before={<BackToSecurity />}>
      {begun ? (
        <CodeForm begun={begun} onAdded={(codes) => setAdded({ codes })} />
      ) : (
        <Begin onBegun={setBegun} />
      )}
    </Page>
  );
}
