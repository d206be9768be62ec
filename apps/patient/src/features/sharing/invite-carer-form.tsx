import { type ResultOf, useCommand } from '@heldwell/client';
import { Button, Checkboxes, ErrorSummary, type PrivacyLabelName, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, type GrantRight, LabelCheckboxes, useCheckedForm } from '@heldwell/views';
import { useState } from 'react';
import messages from './sharing.messages.json';
import { InviteCarer } from './sharing-query.ts';

/** An invitation that was made, with its link. */
export type CarerInvited = Extract<
  ResultOf<typeof InviteCarer>['inviteCarer'],
  { __typename: 'CarerInvited' }
>;

type Values = {
  name: string;
  email: string;
  relationship: string;
  labels: PrivacyLabelName[];
  may: GrantRight[];
};

const rightsToTick = [
  ['MESSAGE', 'sharing.carer-may-message'],
  ['REQUEST_APPOINTMENT', 'sharing.carer-may-ask'],
  ['ADD', 'sharing.carer-may-add'],
] as const;

const initial: Values = { name: '', email: '', relationship: '', labels: ['GENERAL'], may: ['MESSAGE'] };

function useInvitation(onInvited: (invited: CarerInvited) => void) {
  const t = useT(messages);
  const { run } = useCommand(InviteCarer);
  const [commandId] = useState(() => crypto.randomUUID());
  return useCheckedForm<Values>({
    initial,
    check: ({ name, email, labels }) => {
      const faults: Faults<Values> = {};
      if (!name.trim()) faults.name = t('sharing.carer-name-missing');
      if (!email.trim()) faults.email = t('sharing.carer-email-missing');
      else if (!/^\S+@\S+$/.test(email.trim())) faults.email = t('sharing.carer-email-shape');
      if (labels.length === 0) faults.labels = t('sharing.labels-missing-new');
      return faults;
    },
    send: async ({ name, email, relationship, labels, may }) => {
      const input = {
        id: commandId,
        name: name.trim(),
        email: email.trim(),
        relationship: relationship.trim() || null,
        labels,
        rights: ['SEE', ...may] satisfies GrantRight[],
      };
      const { data, problem } = await run({ input });
      if (!data) return { problem };
      if (data.inviteCarer.__typename === 'AlreadyCaring') return { faults: { email: t('sharing.already') } };
      if (data.inviteCarer.__typename === 'SharingRefused')
        return { problem: { kind: 'notFound', fields: [] } };
      onInvited(data.inviteCarer);
      return undefined;
    },
  });
}

/** Who is invited, and what they can see and do; General health and messages are ticked beforehand. */
export function InviteCarerForm({ onInvited }: { onInvited: (invited: CarerInvited) => void }) {
  const t = useT(messages);
  const form = useInvitation(onInvited);
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
        hint={t('sharing.carer-relationship-hint')}
        autoComplete="off"
      />
      <LabelCheckboxes
        id="labels"
        legend={t('sharing.labels')}
        hint={t('sharing.labels-hint')}
        error={faultOf('labels')}
        value={values.labels}
        onChange={(labels) => set('labels', labels)}
      />
      <Checkboxes
        id="may"
        legend={t('sharing.carer-may')}
        legendSize="m"
        items={rightsToTick.map(([value, id]) => ({ value, label: t(id) }))}
        value={values.may}
        onChange={({ target }) =>
          set(
            'may',
            rightsToTick
              .map(([right]) => right)
              .filter((right) => (right === target.value ? target.checked : values.may.includes(right))),
          )
        }
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.inviting' : 'sharing.invite')}
      </Button>
    </form>
  );
}
