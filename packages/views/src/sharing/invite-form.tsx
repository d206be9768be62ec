import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, ErrorSummary, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type ReactNode, useState } from 'react';
import { type Faults, useCheckedForm } from '../forms/use-checked-form.ts';
import { type End, endInput, noEnd } from './end.ts';
import { EndChoice, useEndFault } from './end-choice.tsx';
import type { Access, GivingFor } from './giving-for.ts';
import messages from './invite.messages.json';
import { useRefusedWords } from './refused-words.ts';
import { InviteCarer, InviteProfessional } from './sharing-commands.ts';

/** An invitation that was made, with its link. */
export type CarerInvited = Extract<
  ResultOf<typeof InviteCarer>['inviteCarer'],
  { __typename: 'CarerInvited' }
>;

/** Who is invited: a carer, or one professional whom no employer here vouches for. */
export type Invited = 'CARER' | 'PROFESSIONAL';

type Values = { name: string; email: string; relationship: string; labels: Access; end: End };

/** What they can see and do, as a field of the form. */
export type AccessField = { value: Access; error: string | undefined; onChange: (access: Access) => void };

type InviteFormProps = {
  kind: Invited;
  /** What is ticked at the beginning. */
  initial: Access;
  /** Draws the choice of what they can see and do. */
  access: (field: AccessField) => ReactNode;
  /** Left out where the patient invites. */
  forOther?: GivingFor;
  onInvited: (invited: CarerInvited) => void;
};

function useSend({ kind, forOther }: Pick<InviteFormProps, 'kind' | 'forOther'>) {
  const carer = useCommand(InviteCarer);
  const professional = useCommand(InviteProfessional);
  const [id] = useState(() => crypto.randomUUID());
  return async ({ name, email, relationship, labels: access, end }: Values) => {
    const input = {
      id,
      name: name.trim(),
      email: email.trim(),
      relationship: relationship.trim() || null,
      labels: [...access.labels],
      rights: [...access.rights],
      validUntil: endInput(end, null).validUntil,
      ...(forOther && { record: forOther.record }),
    };
    if (kind === 'CARER') {
      const { data, problem } = await carer.run({ input });
      return { answer: data?.inviteCarer, problem };
    }
    const { data, problem } = await professional.run({ input });
    return { answer: data?.inviteProfessional, problem };
  };
}

function useInvitation({ initial, onInvited, ...who }: InviteFormProps) {
  const t = useT(messages);
  const faultOfEnd = useEndFault();
  const refusedWords = useRefusedWords();
  const send = useSend(who);
  return useCheckedForm<Values>({
    initial: { name: '', email: '', relationship: '', labels: initial, end: noEnd },
    check: ({ name, email, labels: access, end }) => {
      const faults: Faults<Values> = {};
      if (!name.trim()) faults.name = t('invite.name-missing');
      if (!email.trim()) faults.email = t('invite.email-missing');
      else if (!/^\S+@\S+$/.test(email.trim())) faults.email = t('invite.email-shape');
      if (access.labels.length === 0) faults.labels = t('invite.labels-missing');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async (values) => {
      const { answer, problem } = await send(values);
      if (!answer) return { problem };
      if (answer.__typename === 'AlreadyCaring')
        return { faults: { email: t(who.forOther ? 'invite.already-for' : 'invite.already') } };
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('invite.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      onInvited(answer);
      return undefined;
    },
  });
}

/** Who is invited, what they can see and do, and until when. */
export function InviteForm(props: InviteFormProps) {
  const { kind, access, forOther } = props;
  const t = useT(messages);
  const form = useInvitation(props);
  const { values, set, faultOf } = form;
  const text = (name: 'name' | 'email' | 'relationship') => ({
    id: name,
    value: values[name],
    error: faultOf(name),
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });
  const relationship = forOther
    ? t('invite.relationship-for', { name: forOther.name })
    : t('invite.relationship');
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput {...text('name')} label={t('invite.name')} autoComplete="off" />
      <TextInput {...text('email')} label={t('invite.email')} type="email" autoComplete="off" />
      <TextInput
        {...text('relationship')}
        label={relationship}
        hint={t(kind === 'CARER' ? 'invite.relationship-hint' : 'invite.professional-relationship-hint')}
        autoComplete="off"
      />
      {access({
        value: values.labels,
        error: faultOf('labels'),
        onChange: (chosen) => set('labels', chosen),
      })}
      <EndChoice value={values.end} error={faultOf('end')} onChange={(end) => set('end', end)} />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'invite.sending' : 'invite.send')}
      </Button>
    </form>
  );
}
