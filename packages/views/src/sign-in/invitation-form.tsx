import {
  type InvitationQuery,
  type ResultOf,
  type SecondFactorAsked,
  type SignInOutcome,
  useSession,
} from '@heldwell/client';
import { Button, ErrorSummary, PasswordInput, TextInput } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { type CheckedForm, type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import { SecondFactorStep } from './second-factor-step.tsx';
import messages from './sign-in.messages.json';

/** What an invitation link is for. */
export type InvitationToAccept = NonNullable<ResultOf<typeof InvitationQuery>['invitation']>;

type Values = { givenName: string; familyName: string; password: string };
type Words = Translate<keyof typeof messages>;

const shortest = 12;
const longest = 128;

function check(
  { givenName, familyName, password }: Values,
  invitation: InvitationToAccept,
  t: Words,
): Faults<Values> {
  const faults: Faults<Values> = {};
  if (asksForName(invitation)) {
    if (!givenName.trim()) faults.givenName = t('sign-in.invitation-given-name-missing');
    if (!familyName.trim()) faults.familyName = t('sign-in.invitation-family-name-missing');
  }
  if (!password) faults.password = t('sign-in.password-missing');
  else if (!invitation.hasSignIn && password.length < shortest)
    faults.password = t('sign-in.invitation-password-short');
  else if (password.length > longest) faults.password = t('sign-in.invitation-password-long');
  return faults;
}

/** Somebody who takes up a record is named in it; a new carer says their own name. */
function asksForName({ kind, hasSignIn }: InvitationToAccept): boolean {
  return kind === 'CARE_FOR' && !hasSignIn;
}

function refusalOf(answer: SignInOutcome, t: Words): Refusal<Values> {
  switch (answer.outcome) {
    case 'signedIn':
    case 'secondFactor':
      return undefined;
    case 'problem':
      return { problem: answer.problem };
    case 'tooMany':
      return { message: t('sign-in.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
    case 'unusable':
      return { message: t('sign-in.invitation-unusable') };
    case 'passwordUnsuitable':
      return { faults: { password: answer.message } };
    case 'refused':
    case 'expired':
      return { faults: { password: t('sign-in.invitation-wrong-password') } };
  }
}

function NameFields({ form }: { form: CheckedForm<Values> }) {
  const t = useT(messages);
  return (
    <>
      <TextInput
        id="givenName"
        label={t('sign-in.invitation-given-name')}
        autoComplete="given-name"
        value={form.values.givenName}
        error={form.faultOf('givenName')}
        onChange={(event) => form.set('givenName', event.target.value)}
      />
      <TextInput
        id="familyName"
        label={t('sign-in.invitation-family-name')}
        autoComplete="family-name"
        value={form.values.familyName}
        error={form.faultOf('familyName')}
        onChange={(event) => form.set('familyName', event.target.value)}
      />
    </>
  );
}

type InvitationFormProps = { code: string; invitation: InvitationToAccept; onAccepted: () => void };

/** Accepts an invitation: chooses a password, or enters the one the person already signs in with. */
export function InvitationForm({ code, invitation, onAccepted }: InvitationFormProps) {
  const t = useT(messages);
  const { acceptInvitation } = useSession();
  const { hasSignIn, emailHint } = invitation;
  const [asked, setAsked] = useState<SecondFactorAsked>();
  const form = useCheckedForm<Values>({
    initial: { givenName: '', familyName: '', password: '' },
    check: (values) => check(values, invitation, t),
    send: async ({ givenName, familyName, password }) => {
      const names = asksForName(invitation)
        ? { givenName: givenName.trim(), familyName: familyName.trim() }
        : {};
      const answer = await acceptInvitation({ code, password, ...names });
      if (answer.outcome === 'signedIn') onAccepted();
      if (answer.outcome === 'secondFactor') setAsked(answer.asked);
      return refusalOf(answer, t);
    },
  });
  if (asked) {
    // The invitation is theirs already: whoever begins again signs in.
    const again = () => setAsked(undefined);
    return <SecondFactorStep asked={asked} onSignedIn={onAccepted} onStartAgain={again} />;
  }
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {!hasSignIn && <p>{t('sign-in.invitation-email', { email: emailHint })}</p>}
      {asksForName(invitation) && <NameFields form={form} />}
      <PasswordInput
        id="password"
        label={t(hasSignIn ? 'sign-in.invitation-known-password' : 'sign-in.invitation-new-password')}
        hint={
          hasSignIn
            ? t('sign-in.invitation-known-hint', { email: emailHint })
            : t('sign-in.invitation-new-password-hint')
        }
        autoComplete={hasSignIn ? 'current-password' : 'new-password'}
        value={form.values.password}
        error={form.faultOf('password')}
        onChange={(event) => form.set('password', event.target.value)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sign-in.invitation-accepting' : 'sign-in.invitation-accept')}
      </Button>
    </form>
  );
}
