import { mergedByScreen, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, Dialog, ErrorSummary, PasswordInput, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ReactNode, useState } from 'react';
import { Answer } from '../answer/answer.tsx';
import { type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { ConfirmAtProvider, type LinkedProvider } from './confirm-at-provider.tsx';
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

type FormProps = { way: Way; onDone: (confirmed: boolean) => void; children: ReactNode };

function ConfirmForm({ way, onDone, children }: FormProps) {
  const t = useT(messages);
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
      {children}
    </form>
  );
}

type Chosen = Way | LinkedProvider;

/** One of the ways the person has, and a press away the others. */
function ConfirmWays({ ways, onDone }: { ways: Chosen[]; onDone: (confirmed: boolean) => void }) {
  const t = useT(messages);
  const [chosen, setChosen] = useState(0);
  const way = ways[chosen];
  const wordsOf = (other: Chosen) =>
    typeof other === 'string' ? t(others[other]) : t('security.confirm-by-provider', { name: other.name });
  const rest = (
    <ul className="nhsuk-list">
      {ways.map((other, index) =>
        index === chosen ? null : (
          <li key={typeof other === 'string' ? other : other.id}>
            <button type="button" className="nhsuk-link hw-link-button" onClick={() => setChosen(index)}>
              {wordsOf(other)}
            </button>
          </li>
        ),
      )}
    </ul>
  );
  if (way === undefined) return null;
  if (typeof way === 'object') {
    return (
      <ConfirmAtProvider key={way.id} provider={way} onDone={onDone}>
        {rest}
      </ConfirmAtProvider>
    );
  }
  return (
    <ConfirmForm key={way} way={way} onDone={onDone}>
      {rest}
    </ConfirmForm>
  );
}

/**
 * Before a weighty act: the person shows once more that it is them, by whatever they sign in with. `onDone` says whether
 * they did. The one place where this is asked, in every app.
 */
export function ConfirmDialog({ onDone }: { onDone: (confirmed: boolean) => void }) {
  const t = useT(messages);
  const query = useScreenQuery(ConfirmWaysQuery, {}, { on: never });
  return (
    <Dialog open onClose={() => onDone(false)} heading={t('security.confirm-title')}>
      <p>{t('security.confirm-why')}</p>
      <Answer to={query} what={t('security.what')}>
        {({ viewer }) => {
          const has = viewer?.security;
          const ways: Chosen[] = [];
          if (has?.hasPassword) ways.push('password');
          if (has?.passkeys.length && canUsePasskeys()) ways.push('passkey');
          ways.push(...(viewer?.linkedProviders ?? []));
          if (has?.authenticatorSince) ways.push('code');
          if (ways.length > 0) return <ConfirmWays ways={ways} onDone={onDone} />;
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
