import { mergedByScreen, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, Dialog, ErrorSummary, PasswordInput, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { Answer } from '../answer/answer.tsx';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { askPasskey, canUsePasskeys } from './passkeys.ts';
import messages from './security.messages.json';
import { BeginPasskeyConfirmation, ConfirmSignIn, ConfirmWaysQuery } from './security-documents.ts';

type Way = 'password' | 'code' | 'passkey';
type Values = { shown: string };
type Shown = { password?: string; code?: string; ticket?: string; passkey?: string };

const never = [] as const;
const labels = {
  password: 'security.confirm-password',
  code: 'security.confirm-code',
} as const;
const others = {
  password: 'security.confirm-by-password',
  code: 'security.confirm-by-code',
  passkey: 'security.confirm-by-passkey',
} as const;

/** What the person typed, or what their passkey signed; undefined when they turned away from it. */
function useShown(way: Way) {
  const begin = useCommand(BeginPasskeyConfirmation, mergedByScreen).run;
  return async (typed: string): Promise<Shown | undefined> => {
    if (way !== 'passkey') return { [way]: typed };
    const question = (await begin({})).data?.beginPasskeyConfirmation;
    if (!question) return undefined;
    const passkey = await askPasskey(question.options).catch(() => undefined);
    return passkey === undefined ? undefined : { ticket: question.ticket, passkey };
  };
}

function ConfirmForm({ ways, onDone }: { ways: Way[]; onDone: (confirmed: boolean) => void }) {
  const t = useT(messages);
  const [way, setWay] = useState<Way>(ways[0] ?? 'password');
  const confirm = useCommand(ConfirmSignIn, mergedByScreen).run;
  const shownBy = useShown(way);
  const form = useCheckedForm<Values>({
    initial: { shown: '' },
    ids: { shown: 'confirm-shown' },
    check: ({ shown }) => {
      const faults: Faults<Values> = {};
      if (way !== 'passkey' && !shown.trim()) faults.shown = t(`security.confirm-missing-${way}`);
      return faults;
    },
    send: async ({ shown }): Promise<Refusal<Values>> => {
      const input = await shownBy(shown);
      if (!input) return { message: t('security.passkey-none') };
      const { data, problem } = await confirm({ input });
      if (problem) return { problem };
      const answer = data.confirmSignIn;
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('security.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'SignInConfirmed') onDone(true);
      else if (way === 'passkey') return { message: t('security.passkey-refused') };
      else return { faults: { shown: t(`security.confirm-wrong-${way}`) } };
      return undefined;
    },
  });
  const field = {
    id: 'confirm-shown',
    value: form.values.shown,
    error: form.faultOf('shown'),
    onChange: (event: { target: { value: string } }) => form.set('shown', event.target.value),
  };
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {way === 'password' && (
        <PasswordInput {...field} label={t(labels.password)} autoComplete="current-password" />
      )}
      {way === 'code' && (
        <TextInput
          {...field}
          label={t(labels.code)}
          code
          width={10}
          autoComplete="one-time-code"
          inputMode="numeric"
        />
      )}
      {way === 'passkey' && <p>{t('security.confirm-passkey')}</p>}
      <Button type="submit" busy={form.sending}>
        {t('security.confirm-go')}
      </Button>{' '}
      <Button type="button" variant="secondary" onClick={() => onDone(false)}>
        {t('security.confirm-cancel')}
      </Button>
      <ul className="nhsuk-list">
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <li key={other}>
              <button type="button" className="nhsuk-link hw-link-button" onClick={() => setWay(other)}>
                {t(others[other])}
              </button>
            </li>
          ))}
      </ul>
    </form>
  );
}

/** Before a weighty act: the person shows once more that it is them. `onDone` says whether they did. */
export function ConfirmDialog({ onDone }: { onDone: (confirmed: boolean) => void }) {
  const t = useT(messages);
  const query = useScreenQuery(ConfirmWaysQuery, {}, { on: never });
  return (
    <Dialog open onClose={() => onDone(false)} heading={t('security.confirm-title')}>
      <p>{t('security.confirm-why')}</p>
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) => {
          const has = viewer?.security;
          const ways: Way[] = [];
          if (has?.hasPassword) ways.push('password');
          if (has?.passkeys.length && canUsePasskeys()) ways.push('passkey');
          if (has?.authenticatorSince) ways.push('code');
          if (ways.length > 0) return <ConfirmForm ways={ways} onDone={onDone} />;
          return (
            <>
              <p>{t('security.confirm-no-way')}</p>
              <Button type="button" onClick={() => onDone(false)}>
                {t('security.confirm-close')}
              </Button>
            </>
          );
        }}
      </Answer>
    </Dialog>
  );
}
