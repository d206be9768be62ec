import { useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, ErrorSummary, Link, Page, Textarea } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useCheckedForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import settings from './settings.messages.json';
import { type AllSharing, AllSharingQuery, ResumeSharing, StopAllSharing } from './settings-query.ts';
import messages from './sharing.messages.json';
import { stopReceiptPath } from './use-given-words.ts';

const never = [] as const;

/** Names of those whom a court let see, whatever the patient stops. */
const orderedFor = ({ grants }: AllSharing) =>
  grants.filter(({ basis, state }) => basis === 'COURT_ORDER' && state !== 'ENDED');

function StopForm({ sharing }: { sharing: AllSharing }) {
  const t = useT(settings);
  const navigate = useNavigate();
  const { run } = useCommand(StopAllSharing);
  const form = useCheckedForm<{ reason: string }>({
    initial: { reason: '' },
    check: ({ reason }): { reason?: string } =>
      reason.trim().length > 500 ? { reason: t('all.reason-long') } : {},
    send: async ({ reason }) => {
      const { data, problem } = await run({ input: { reason: reason.trim() || null } });
      if (!data) return { problem };
      const receipt = stopReceiptPath(data.stopAllSharing.stop.stoppedAt);
      void navigate('/sharing', { replace: true, state: { done: t('all.stopped-now'), receipt } });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('all.stop-means')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('all.stop-keeps-writing')}</li>
        <li>{t('all.stop-court')}</li>
        {orderedFor(sharing).map(({ id, grantee }) => (
          <li key={id}>{t('all.stop-ordered', { name: grantee.name })}</li>
        ))}
        <li>{t('all.stop-emergency')}</li>
        <li>{t('all.stop-feeds')}</li>
        <li>{t('all.stop-back')}</li>
      </ul>
      <Textarea
        id="reason"
        label={t('all.reason')}
        hint={t('all.reason-hint')}
        rows={3}
        error={form.faultOf('reason')}
        value={form.values.reason}
        onChange={(event) => form.set('reason', event.target.value)}
      />
      <Button type="submit" variant="warning" busy={form.sending}>
        {t(form.sending ? 'all.stopping' : 'all.stop-yes')}
      </Button>
    </form>
  );
}

function ResumeForm() {
  const t = useT(settings);
  const navigate = useNavigate();
  const { run } = useCommand(ResumeSharing);
  const form = useCheckedForm<Record<never, never>>({
    initial: {},
    check: () => ({}),
    send: async () => {
      const { data, problem } = await run({});
      if (!data) return { problem };
      const answer = data.resumeSharing;
      if (answer.__typename === 'NotFound') return { problem: { kind: 'notFound', fields: [] } };
      const receipt = stopReceiptPath(answer.stop.stoppedAt);
      void navigate('/sharing', { replace: true, state: { done: t('all.started-now'), receipt } });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <p>{t('all.start-means')}</p>
      <p>{t('all.start-ended')}</p>
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'all.starting' : 'all.start-yes')}
      </Button>
    </form>
  );
}

/** Stops all sharing at once, or lets everybody have again what they had. */
export function AllSharingScreen() {
  const t = useT(settings);
  const sharingT = useT(messages);
  const answer = useScreenQuery(AllSharingQuery, {}, { on: never });
  const sharing = answer.data?.viewer?.record?.sharing;
  return (
    <Page
      title={t(sharing?.stopped ? 'all.start-again' : 'all.stop')}
      section={sharingT('sharing.title')}
      before={<BackLink to="/sharing">{sharingT('sharing.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={sharingT('sharing.form-what')}>
        {(record) =>
          record.sharing && (record.sharing.stopped ? <ResumeForm /> : <StopForm sharing={record.sharing} />)
        }
      </MyRecord>
      <p>
        <Link to="/sharing">{t('all.leave')}</Link>
      </p>
    </Page>
  );
}
