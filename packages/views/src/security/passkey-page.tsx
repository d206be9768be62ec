import { useCommand } from '@heldwell/client';
import { Button, ErrorSummary, Link, Page, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { BackToSecurity } from './back.tsx';
import { canUsePasskeys, makePasskey } from './passkeys.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import messages from './security.messages.json';
import { AddPasskey, BeginPasskey } from './security-documents.ts';

type Values = { name: string };

function PasskeyForm({ onAdded }: { onAdded: (codes: readonly string[] | null) => void }) {
  const t = useT(messages);
  const begin = useCommand(BeginPasskey).run;
  const add = useCommand(AddPasskey).run;
  const form = useCheckedForm<Values>({
    initial: { name: '' },
    check: () => ({}),
    send: async ({ name }): Promise<Refusal<Values>> => {
      const begun = await begin({});
      if (begun.problem) return { problem: begun.problem };
      const { ticket, options } = begun.data.beginPasskey;
      const passkey = await makePasskey(options).catch(() => undefined);
      if (!passkey) return { message: t('security.passkey-not-made') };
      const { data, problem } = await add({ input: { ticket, passkey, name: name.trim() || null } });
      if (problem) return { problem };
      const answer = data.addPasskey;
      if (answer.__typename !== 'FactorAdded') return { message: t('security.passkey-refused') };
      onAdded(answer.recoveryCodes);
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        id="name"
        label={t('security.passkey-name')}
        hint={t('security.passkey-name-hint')}
        maxLength={60}
        value={form.values.name}
        error={form.faultOf('name')}
        onChange={(event) => form.set('name', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t('security.passkey-make')}
      </Button>
    </form>
  );
}

/** Adding a passkey, and with the first factor the recovery codes. */
export function PasskeyPage() {
  const t = useT(messages);
  const [added, setAdded] = useState<{ codes: readonly string[] | null }>();
  if (added) {
    return (
      <Page title={t('security.passkey-done')} panel={t('security.passkey-done-what')}>
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
    <Page title={t('security.passkey-title')} before={<BackToSecurity />}>
      <p>{t('security.passkey-what')}</p>
      {canUsePasskeys() ? (
        <PasskeyForm onAdded={(codes) => setAdded({ codes })} />
      ) : (
        <p>{t('security.passkey-unknown')}</p>
      )}
    </Page>
  );
}
