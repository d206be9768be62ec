import { useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  privacyLabels,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { LabelCheckboxes, type ShownGrant, useCheckedForm, useLabelName } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './sharing.messages.json';
import { ChangeSharing, SharingQuery } from './sharing-query.ts';

const onSharing = ['sharing'] as const;

function ChangeForm({ grant }: { grant: ShownGrant }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const navigate = useNavigate();
  const { run } = useCommand(ChangeSharing);
  const { name } = grant.grantee;
  const form = useCheckedForm<{ labels: PrivacyLabelName[] }>({
    initial: { labels: privacyLabels.filter((label) => grant.labels.includes(label)) },
    check: ({ labels }): { labels?: string } =>
      labels.length === 0 ? { labels: t('sharing.labels-missing') } : {},
    send: async ({ labels }) => {
      const { rights, validUntil } = grant;
      const { data, problem } = await run({ input: { grant: grant.id, labels, rights, validUntil } });
      if (!data) return { problem };
      if (data.changeSharing.__typename === 'NotFound') return { problem: { kind: 'notFound', fields: [] } };
      const done = t('sharing.changed', { name, labels: labels.map(nameOf).join(', ') });
      void navigate('/sharing', { replace: true, state: { done } });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <LabelCheckboxes
        id="labels"
        legend={t('sharing.labels')}
        hint={t('sharing.labels-hint')}
        error={form.faultOf('labels')}
        value={form.values.labels}
        onChange={(labels) => form.set('labels', labels)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.saving' : 'sharing.save')}
      </Button>
    </form>
  );
}

/** Changes which labels somebody sees. */
export function ChangeSharingScreen() {
  const t = useT(messages);
  const { grant: id } = useParams();
  const answer = useScreenQuery(SharingQuery, {}, { on: onSharing });
  const grant = answer.data?.viewer?.record?.sharing?.grants.find((one) => one.id === id);
  const title = grant ? t('sharing.change-for', { name: grant.grantee.name }) : t('sharing.change');
  return (
    <Page
      key={grant?.id ?? 'asking'}
      title={title}
      section={t('sharing.title')}
      before={<BackLink to="/sharing">{t('sharing.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('sharing.form-what')}>
        {() =>
          grant && grant.state !== 'ENDED' ? (
            <ChangeForm grant={grant} />
          ) : (
            <EmptyState heading={t('sharing.gone')}>
              <p>{t('sharing.gone-why')}</p>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
