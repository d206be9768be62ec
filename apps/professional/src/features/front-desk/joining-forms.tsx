import { useScreenQuery } from '@heldwell/client';
import { BackLink, Button, Checkboxes, ErrorSummary, Page, TextInput } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, type Faults, useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import type { Done } from '../../done-banner/done-banner.tsx';
import { DocumentsField } from './documents-field.tsx';
import messages from './front-desk.messages.json';
import { InviteToTakeUp, TakingUpQuery, Vouch } from './front-desk-documents.ts';
import type { JoiningPlace } from './joining-place.ts';
import type { DocumentKind } from './register-flow.tsx';
import { useDeskAct } from './use-desk-act.ts';

const never = [] as const;

/** Says who the patient is, after documents were seen. */
export function VouchPage({ team, record, path, name }: JoiningPlace) {
  const t = useT(messages);
  const navigate = useNavigate();
  const vouch = useDeskAct(Vouch);
  const form = useCheckedForm<{ documents: DocumentKind[] }>({
    initial: { documents: [] },
    check: ({ documents }): Faults<{ documents: DocumentKind[] }> =>
      documents.length === 0 ? { documents: t('reg.documents-choose') } : {},
    send: async ({ documents }) => {
      const refusal = await vouch({ input: { record: record.id, team, documents } });
      const done = t('vouch.done');
      if (!refusal) await navigate(`${path}/joining`, { state: { done } satisfies Done });
      return refusal;
    },
  });
  return (
    <Page
      title={t('join.vouch')}
      section={name}
      hasErrors={form.errors.length > 0}
      before={<BackLink to={`${path}/joining`}>{t('join.back')}</BackLink>}
    >
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <DocumentsField
          error={form.faultOf('documents')}
          value={form.values.documents}
          onChange={(seen) =>
            form.set(
              'documents',
              seen.filter((kind) => kind !== 'NONE'),
            )
          }
        />
        <Button busy={form.sending}>{t(form.sending ? 'front.sending' : 'vouch.submit')}</Button>
      </form>
    </Page>
  );
}

type Values = { email: string; checked: string[] };

function EmailForm({
  place,
  known,
  wasChecked,
}: {
  place: JoiningPlace;
  known: string;
  wasChecked: boolean;
}) {
  const t = useT(messages);
  const navigate = useNavigate();
  const invite = useDeskAct(InviteToTakeUp);
  const { team, record, path } = place;
  const form = useCheckedForm<Values>({
    initial: { email: known, checked: wasChecked ? ['yes'] : [] },
    check: ({ email, checked }) => {
      const faults: Faults<Values> = {};
      if (!email.trim()) faults.email = t('email.missing');
      else if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())) faults.email = t('reg.email-wrong');
      if (checked.length === 0) faults.checked = t('email.checked-missing');
      return faults;
    },
    send: async ({ email, checked }) => {
      const to = email.trim();
      const documentsChecked = checked.length > 0;
      const refusal = await invite({ input: { record: record.id, team, email: to, documentsChecked } });
      const done = t('email.done', { email: to });
      if (!refusal) await navigate(`${path}/joining`, { state: { done } satisfies Done });
      return refusal;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('email.text')}</p>
      <TextInput
        id="email"
        type="email"
        label={t('email.address')}
        error={form.faultOf('email')}
        width={30}
        autoComplete="off"
        spellCheck={false}
        value={form.values.email}
        onChange={({ target }) => form.set('email', target.value)}
      />
      <Checkboxes
        id="checked"
        legend={t('email.checked')}
        error={form.faultOf('checked')}
        items={[{ value: 'yes', label: t('email.checked-yes') }]}
        value={form.values.checked}
        onChange={({ target }) => form.set('checked', target.checked ? ['yes'] : [])}
      />
      <Button busy={form.sending}>{t(form.sending ? 'front.sending' : 'email.submit')}</Button>
    </form>
  );
}

/** Mails the patient the link to their record. */
export function InviteByEmailPage(place: JoiningPlace) {
  const t = useT(messages);
  const query = useScreenQuery(TakingUpQuery, { id: place.record.id }, { on: never });
  return (
    <Page
      title={t('join.email')}
      section={place.name}
      before={<BackLink to={`${place.path}/joining`}>{t('join.back')}</BackLink>}
    >
      <Answer to={query} what={t('join.what')}>
        {({ record }) => (
          <EmailForm
            place={place}
            known={record?.email ?? ''}
            wasChecked={(record?.takingUp?.checks.length ?? 0) > 0}
          />
        )}
      </Answer>
    </Page>
  );
}
