import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, ErrorSummary, type PrivacyLabelName, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, type GrantRight, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import { AccessChoice } from './access-choice.tsx';
import { type End, endInput, faultOfEnd, noEnd } from './end.ts';
import { EndChoice } from './end-choice.tsx';
import give from './give.messages.json';
import { presets } from './presets.ts';
import messages from './sharing.messages.json';
import { InviteCarer, InviteProfessional } from './sharing-query.ts';
import { useRefusedWords } from './use-given-words.ts';
import { WouldSee } from './would-see.tsx';

/** An invitation that was made, with its link. */
export type CarerInvited = Extract<
  ResultOf<typeof InviteCarer>['inviteCarer'],
  { __typename: 'CarerInvited' }
>;

/** Who is invited: a carer, or one professional whom no employer here vouches for. */
export type Invited = 'CARER' | 'PROFESSIONAL';

type Values = {
  name: string;
  email: string;
  relationship: string;
  labels: PrivacyLabelName[];
  rights: GrantRight[];
  end: End;
};

const initial: Values = {
  name: '',
  email: '',
  relationship: '',
  labels: [...presets.talk.labels],
  rights: [...presets.talk.rights],
  end: noEnd,
};

function useSend(kind: Invited) {
  const carer = useCommand(InviteCarer);
  const professional = useCommand(InviteProfessional);
  const [id] = useState(() => crypto.randomUUID());
  return async ({ name, email, relationship, labels, rights, end }: Values) => {
    const input = {
      id,
      name: name.trim(),
      email: email.trim(),
      relationship: relationship.trim() || null,
      labels,
      rights,
      validUntil: endInput(end, null).validUntil,
    };
    if (kind === 'CARER') {
      const { data, problem } = await carer.run({ input });
      return { answer: data?.inviteCarer, problem };
    }
    const { data, problem } = await professional.run({ input });
    return { answer: data?.inviteProfessional, problem };
  };
}

function useInvitation({ kind, onInvited }: InviteFormProps) {
  const t = useT(messages);
  const giveT = useT(give);
  const refusedWords = useRefusedWords();
  const send = useSend(kind);
  return useCheckedForm<Values>({
    initial,
    check: ({ name, email, labels, end }) => {
      const faults: Faults<Values> = {};
      if (!name.trim()) faults.name = t('sharing.carer-name-missing');
      if (!email.trim()) faults.email = t('sharing.carer-email-missing');
      else if (!/^\S+@\S+$/.test(email.trim())) faults.email = t('sharing.carer-email-shape');
      if (labels.length === 0) faults.labels = t('sharing.labels-missing-new');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = giveT(wrong);
      return faults;
    },
    send: async (values) => {
      const { answer, problem } = await send(values);
      if (!answer) return { problem };
      if (answer.__typename === 'AlreadyCaring') return { faults: { email: t('sharing.already') } };
      if (answer.__typename === 'TooManyAttempts')
        return { message: t('sharing.too-many', { minutes: Math.ceil(answer.retryAfterSeconds / 60) }) };
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      onInvited(answer);
      return undefined;
    },
  });
}

type InviteFormProps = { kind: Invited; onInvited: (invited: CarerInvited) => void };

/** Who is invited, what they can see and do, and until when; General health and messages are ticked beforehand. */
export function InviteForm({ kind, onInvited }: InviteFormProps) {
  const t = useT(messages);
  const form = useInvitation({ kind, onInvited });
  const { values, set, faultOf } = form;
  const text = (name: 'name' | 'email' | 'relationship') => ({
    id: name,
    value: values[name],
    error: faultOf(name),
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput {...text('name')} label={t('sharing.carer-name')} autoComplete="off" />
      <TextInput {...text('email')} label={t('sharing.carer-email')} type="email" autoComplete="off" />
      <TextInput
        {...text('relationship')}
        label={t('sharing.carer-relationship')}
        hint={t(
          kind === 'CARER' ? 'sharing.carer-relationship-hint' : 'sharing.professional-relationship-hint',
        )}
        autoComplete="off"
      />
      <AccessChoice
        kind={kind}
        value={{ labels: values.labels, rights: values.rights }}
        error={faultOf('labels')}
        onChange={({ labels, rights }) => {
          set('labels', labels);
          set('rights', rights);
        }}
      >
        {values.labels.length > 0 && (
          <WouldSee by={{ invited: kind, labels: values.labels, rights: values.rights }} first />
        )}
      </AccessChoice>
      <EndChoice value={values.end} error={faultOf('end')} onChange={(end) => set('end', end)} />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.inviting' : 'sharing.invite')}
      </Button>
    </form>
  );
}
