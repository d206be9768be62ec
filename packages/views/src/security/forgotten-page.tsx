import { mergedByScreen, useCommand } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Page, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import messages from './security.messages.json';
import { RequestPasswordReset } from './security-documents.ts';

type Values = { email: string };

function ForgottenForm({ onAsked }: { onAsked: (email: string) => void }) {
  const t = useT(messages);
  const ask = useCommand(RequestPasswordReset, mergedByScreen).run;
  const form = useCheckedForm<Values>({
    initial: { email: '' },
    check: ({ email }) => {
      const faults: Faults<Values> = {};
      if (!email.trim()) faults.email = t('security.email-missing');
      else if (!/^\S+@\S+$/.test(email.trim())) faults.email = t('security.email-shape');
      return faults;
    },
    send: async ({ email }): Promise<Refusal<Values>> => {
      const { data, problem } = await ask({ input: { email: email.trim() } });
      if (problem) return { problem };
      const answer = data.requestPasswordReset;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      onAsked(email.trim());
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput
        id="email"
        label={t('security.forgotten-email')}
        hint={t('security.forgotten-hint')}
        type="email"
        autoComplete="username"
        spellCheck={false}
        value={form.values.email}
        error={form.faultOf('email')}
        onChange={(event) => form.set('email', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t('security.forgotten-send')}
      </Button>
    </form>
  );
}

/** Asking for a link to choose a new password; the answer is the same for every address. */
export function ForgottenPage() {
  const t = useT(messages);
  const [asked, setAsked] = useState<string>();
  const back = <BackLink to="/sign-in">{t('security.to-sign-in')}</BackLink>;
  if (asked !== undefined) {
    return (
      <Page title={t('security.forgotten-sent')} before={back}>
        <p>{t('security.forgotten-look', { email: asked })}</p>
        <p>{t('security.forgotten-hour')}</p>
        <p>{t('security.forgotten-nothing')}</p>
      </Page>
    );
  }
  return (
    <Page title={t('security.forgotten')} before={back}>
      <ForgottenForm onAsked={setAsked} />
    </Page>
  );
}
