import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import { Button, ButtonLink, EmptyState, ErrorSummary, Page, PasswordInput, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, type Refusal, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { AcceptSignedIn, WithoutPassword } from './accept-signed-in.tsx';
import messages from './organisation.messages.json';
import { AcceptStaffInvitation, StaffInvitationQuery } from './organisation-documents.ts';

const never = [] as const;
const shortest = 12;

type Open = NonNullable<ResultOf<typeof StaffInvitationQuery>['staffInvitation']>;
type Values = { givenName: string; familyName: string; password: string };

function useAcceptForm(code: string, { hasSignIn }: Open, onDone: () => void) {
  const t = useT(messages);
  const { run } = useCommand(AcceptStaffInvitation, { mergedByScreen: true });
  return useCheckedForm<Values>({
    initial: { givenName: '', familyName: '', password: '' },
    check: ({ givenName, familyName, password }) => {
      const faults: Faults<Values> = {};
      if (!hasSignIn && !givenName.trim()) faults.givenName = t('accept.given-missing');
      if (!hasSignIn && !familyName.trim()) faults.familyName = t('accept.family-missing');
      if (!password) faults.password = t('accept.password-missing');
      else if (!hasSignIn && password.length < shortest) faults.password = t('accept.password-short');
      return faults;
    },
    send: async ({ givenName, familyName, password }): Promise<Refusal<Values>> => {
      const names = hasSignIn ? {} : { givenName: givenName.trim(), familyName: familyName.trim() };
      const { data, problem } = await run({ input: { code, password, ...names } });
      if (!data) return { problem };
      const { done } = data;
      switch (done.__typename) {
        case 'StaffInvitationAccepted':
          onDone();
          return undefined;
        case 'SignInRefused':
          return { faults: { password: t('accept.password-wrong') } };
        case 'PasswordUnsuitable':
          return { faults: { password: done.message } };
        case 'TooManyAttempts':
          return { message: t('accept.too-many', { minutes: Math.ceil(done.retryAfterSeconds / 60) }) };
        case 'InvitationUnusable':
        case 'InvitationForAnother':
          return { message: t('accept.unusable') };
      }
    },
  });
}

function AcceptForm({ code, open, onDone }: { code: string; open: Open; onDone: () => void }) {
  const t = useT(messages);
  const { values, set, faultOf, ...form } = useAcceptForm(code, open, onDone);
  const { hasSignIn, email } = open;
  const name = (field: 'givenName' | 'familyName', label: string, autoComplete: string) => (
    <TextInput
      id={field}
      label={label}
      autoComplete={autoComplete}
      error={faultOf(field)}
      value={values[field]}
      onChange={({ target }) => set(field, target.value)}
    />
  );
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {!hasSignIn && (
        <>
          <p>{t('accept.email', { email })}</p>
          {name('givenName', t('accept.given'), 'given-name')}
          {name('familyName', t('accept.family'), 'family-name')}
        </>
      )}
      <PasswordInput
        id="password"
        label={t(hasSignIn ? 'accept.password-known' : 'accept.password-new')}
        hint={hasSignIn ? t('accept.password-known-hint', { email }) : t('accept.password-new-hint')}
        autoComplete={hasSignIn ? 'current-password' : 'new-password'}
        error={faultOf('password')}
        value={values.password}
        onChange={({ target }) => set('password', target.value)}
      />
      <Button busy={form.sending}>{t('accept.submit')}</Button>
    </form>
  );
}

function Asked({ open }: { open: Open }) {
  const t = useT(messages);
  const { invitedBy: by, team, organisation } = open;
  return (
    <p>{team ? t('accept.team', { by, team, organisation }) : t('accept.office', { by, organisation })}</p>
  );
}

/** Where the link of an invitation of staff leads: a name and a password, or what one signs in with already. */
export function AcceptStaffPage({ code, onSignIn }: { code: string; onSignIn: () => void }) {
  const t = useT(messages);
  const query = useScreenQuery(StaffInvitationQuery, { code }, { on: never });
  const [done, setDone] = useState<'NOT_YET' | 'IN' | 'TO_SIGN_IN'>('NOT_YET');
  if (done === 'IN') {
    return (
      <Page key="done" title={t('accept.done')} panel={t('accept.done-in')}>
        <ButtonLink to="/">{t('accept.go-on')}</ButtonLink>
      </Page>
    );
  }
  if (done === 'TO_SIGN_IN') {
    return (
      <Page key="done" title={t('accept.done')} panel={t('accept.done-text')}>
        <ButtonLink to="/sign-in">{t('accept.sign-in')}</ButtonLink>
      </Page>
    );
  }
  return (
    <Page title={t('accept.title')}>
      <Answer to={query} what={t('accept.what')}>
        {({ staffInvitation: open, viewer }) =>
          open ? (
            <>
              <Asked open={open} />
              {open.hasSignIn && viewer ? (
                <AcceptSignedIn
                  code={code}
                  email={viewer.person.email}
                  onDone={() => setDone('IN')}
                  onSignIn={onSignIn}
                />
              ) : (
                <AcceptForm code={code} open={open} onDone={() => setDone('TO_SIGN_IN')} />
              )}
              {open.hasSignIn && !viewer && <WithoutPassword onSignIn={onSignIn} />}
            </>
          ) : (
            <EmptyState heading={t('accept.unusable')}>
              <p>{t('accept.unusable-text')}</p>
            </EmptyState>
          )
        }
      </Answer>
    </Page>
  );
}
