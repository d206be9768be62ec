import { type InvitationQuery, type ResultOf, type SignInOutcome, useSession } from '@heldwell/client';
import { Button, type DateParts, ErrorSummary, PasswordInput, TextInput } from '@heldwell/ui';
import { type Translate, useT } from '@heldwell/ui/i18n';
import { BirthDateField, faultOfBirthDate } from '../doors/birth-date-field.tsx';
import doors from '../doors/doors.messages.json';
import { partsOf, readDay } from '../doors/read-day.ts';
import { type CheckedForm, type Faults, type Refusal, useCheckedForm } from '../forms/use-checked-form.ts';
import messages from './sign-in.messages.json';

/** What an invitation link is for. */
export type InvitationToAccept = NonNullable<ResultOf<typeof InvitationQuery>['invitation']>;

type Values = { givenName: string; familyName: string; birthDate: DateParts; password: string };
type Words = Translate<keyof typeof messages>;
type DoorWords = Translate<keyof typeof doors>;

/** Only a record that nobody vouched for asks for the birth date. */
export const asksBirthDate = ({ kind, isVouched }: InvitationToAccept): boolean =>
  kind === 'TAKE_UP_RECORD' && !isVouched;

const shortest = 12;
const longest = 128;

function check(
  { givenName, familyName, birthDate, password }: Values,
  invitation: InvitationToAccept,
  [t, doorsT]: [Words, DoorWords],
): Faults<Values> {
  const faults: Faults<Values> = {};
  if (asksForName(invitation)) {
    if (!givenName.trim()) faults.givenName = t('sign-in.invitation-given-name-missing');
    if (!familyName.trim()) faults.familyName = t('sign-in.invitation-family-name-missing');
  }
  const wrongDate = asksBirthDate(invitation) && faultOfBirthDate(birthDate, doorsT);
  if (wrongDate) faults.birthDate = wrongDate;
  if (!password) faults.password = t('sign-in.password-missing');
  else if (password.length < shortest) faults.password = t('sign-in.invitation-password-short');
  else if (password.length > longest) faults.password = t('sign-in.invitation-password-long');
  return faults;
}

/** Somebody whom staff have checked is named in their record; everybody else says their own name. */
function asksForName({ kind, isVouched }: InvitationToAccept): boolean {
  return kind !== 'TAKE_UP_RECORD' || !isVouched;
}

function refusalOf(answer: SignInOutcome, [t, doorsT]: [Words, DoorWords]): Refusal<Values> {
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
    case 'under16':
      return { faults: { birthDate: doorsT('door.under-16') } };
    case 'another':
    case 'refused':
      return { message: t('sign-in.invitation-refused') };
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

/** Accepts an invitation with a new sign-in: who somebody is, where nobody has checked, and a password. */
export function InvitationForm({ code, invitation, onAccepted }: InvitationFormProps) {
  const t = useT(messages);
  const { acceptInvitation } = useSession();
  const doorsT = useT(doors);
  const { emailHint } = invitation;
  const words: [Words, DoorWords] = [t, doorsT];
  const form = useCheckedForm<Values>({
    initial: { givenName: '', familyName: '', birthDate: partsOf(null), password: '' },
    ids: { birthDate: 'birthDate-day' },
    check: (values) => check(values, invitation, words),
    send: async ({ givenName, familyName, birthDate, password }) => {
      const names = asksForName(invitation)
        ? { givenName: givenName.trim(), familyName: familyName.trim() }
        : {};
      const born = asksBirthDate(invitation) ? { birthDate: readDay(birthDate) } : {};
      const answer = await acceptInvitation({ code, password, ...names, ...born });
      if (answer.outcome === 'signedIn') onAccepted();
      return refusalOf(answer, words);
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('sign-in.invitation-email', { email: emailHint })}</p>
      {asksForName(invitation) && <NameFields form={form} />}
      {asksBirthDate(invitation) && (
        <BirthDateField
          value={form.values.birthDate}
          error={form.faultOf('birthDate')}
          onChange={(parts) => form.set('birthDate', parts)}
        />
      )}
      <PasswordInput
        id="password"
        label={t('sign-in.invitation-new-password')}
        hint={t('sign-in.invitation-new-password-hint')}
        autoComplete="new-password"
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
