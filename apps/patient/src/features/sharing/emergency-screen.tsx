import { useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  WarningCallout,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Label, LabelCheckboxes, useCheckedForm, useLabelName } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import settings from './settings.messages.json';
import { EmergencyQuery, SetEmergencyAccess } from './settings-query.ts';
import messages from './sharing.messages.json';

const never = [] as const;

function EmergencyForm({ now }: { now: readonly Label[] }) {
  const t = useT(settings);
  const nameOf = useLabelName();
  const navigate = useNavigate();
  const { run } = useCommand(SetEmergencyAccess);
  const form = useCheckedForm<{ labels: PrivacyLabelName[] }>({
    initial: { labels: privacyLabels.filter((label) => now.includes(label)) },
    check: () => ({}),
    send: async ({ labels }) => {
      // What is not sorted yet goes with all four, as everywhere.
      const all = labels.length === privacyLabels.length && now.includes('UNLABELLED');
      const { data, problem } = await run({ input: { labels: all ? [...labels, 'UNLABELLED'] : labels } });
      if (!data) return { problem };
      if (!data.setEmergencyAccess) return { problem: { kind: 'notFound', fields: [] } };
      const done =
        labels.length === 0
          ? t('emergency.saved-none')
          : t('emergency.saved', { labels: labels.map(nameOf).join(', ') });
      void navigate('/sharing', { replace: true, state: { done } });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <LabelCheckboxes
        id="labels"
        legend={t('emergency.labels')}
        hint={t('emergency.labels-hint')}
        value={form.values.labels}
        onChange={(labels) => form.set('labels', labels)}
      />
      <div role="status">
        {form.values.labels.length === 0 && (
          <WarningCallout headingLevel={2}>
            <p>{t('emergency.none')}</p>
          </WarningCallout>
        )}
      </div>
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'emergency.saving' : 'emergency.save')}
      </Button>
    </form>
  );
}

/** Which parts a summary that is opened in an emergency shows. */
export function EmergencyScreen() {
  const t = useT(settings);
  const sharingT = useT(messages);
  const answer = useScreenQuery(EmergencyQuery, {}, { on: never });
  return (
    <Page
      title={t('emergency.title')}
      section={sharingT('sharing.title')}
      before={<BackLink to="/sharing">{sharingT('sharing.title')}</BackLink>}
    >
      <p>{t('emergency.what')}</p>
      <p>{t('emergency.told')}</p>
      <MyRecord answer={answer} what={sharingT('sharing.form-what')}>
        {({ sharing }) => sharing && <EmergencyForm now={sharing.emergencyLabels} />}
      </MyRecord>
    </Page>
  );
}
