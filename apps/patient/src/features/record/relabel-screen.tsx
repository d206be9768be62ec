import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, EmptyState, ErrorSummary, Link, Page, privacyLabels, Radios } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Label, useCheckedForm, useLabelMeaning, useLabelName } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { RelabelEntry, RelabelQuery } from './entry-query.ts';
import messages from './record.messages.json';

type Answer = ResultOf<typeof RelabelQuery>;
type Grants = NonNullable<NonNullable<NonNullable<Answer['viewer']>['record']>['sharing']>['grants'];
type RelabelledEntry = NonNullable<Answer['entry']>;

/** Names of those who see entries with this label; what is not sorted yet is seen with all four labels. */
function readersOf(grants: Grants, label: Label): string[] {
  const needed = label === 'UNLABELLED' ? privacyLabels : [label];
  return grants
    .filter(({ state, thread, rights }) => state === 'IN_FORCE' && thread === null && rights.includes('SEE'))
    .filter(({ labels }) => needed.every((one) => labels.includes(one)))
    .map(({ grantee }) => grantee.name);
}

/** Who sees it under the chosen label, and who gains or loses sight of it. */
function Consequence({ grants, from, to }: { grants: Grants; from: Label; to: Label }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const before = readersOf(grants, from);
  const after = readersOf(grants, to);
  const lost = before.filter((name) => !after.includes(name));
  const label = nameOf(to);
  return (
    <div role="status">
      <p>{t(after.length > 0 ? 'record.seen-by' : 'record.seen-by-nobody', { label })}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {after.map((name) => (
          <li key={name}>{t(before.includes(name) ? 'record.keep' : 'record.gain', { name })}</li>
        ))}
        {lost.map((name) => (
          <li key={name}>
            <strong>{t('record.lose', { name })}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RelabelForm({ entry, grants }: { entry: RelabelledEntry; grants: Grants }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const meaningOf = useLabelMeaning();
  const navigate = useNavigate();
  const { run } = useCommand(RelabelEntry);
  const back = `/record/entry/${entry.id}`;
  const form = useCheckedForm<{ label: Label }>({
    initial: { label: entry.label },
    check: ({ label }): { label?: string } =>
      label === 'UNLABELLED' ? { label: t('record.choose-one') } : {},
    send: async ({ label }) => {
      const { data, problem } = await run({ input: { entry: entry.id, label } });
      if (!data) return { problem };
      if (data.relabelEntry.__typename === 'NotFound') return { problem: { kind: 'notFound', fields: [] } };
      void navigate(back, { replace: true, state: { relabelled: label } });
      return undefined;
    },
  });
  const { label } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id="label"
        legend={t('record.choose-label')}
        legendSize="m"
        hint={t('record.choose-label-hint')}
        error={form.faultOf('label')}
        items={privacyLabels.map((one) => ({ value: one, label: nameOf(one), hint: meaningOf(one) }))}
        value={label}
        onChange={(event) => form.set('label', event.target.value as Label)}
      />
      {label !== entry.label && <Consequence grants={grants} from={entry.label} to={label} />}
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'record.saving' : 'record.save-label')}
      </Button>
      <p>
        <Link to={back}>{t('record.cancel')}</Link>
      </p>
    </form>
  );
}

/** Chooses another privacy label for an entry, after saying who gains and who loses sight of it. */
export function RelabelScreen() {
  const t = useT(messages);
  const { entry: id = '' } = useParams();
  const answer = useScreenQuery(RelabelQuery, { entry: id });
  const entry = answer.data?.entry;
  return (
    <Page
      title={t('record.relabel')}
      section={entry?.title ?? t('record.title')}
      caption={entry?.title}
      before={<BackLink to={`/record/entry/${id}`}>{entry?.title ?? t('record.entry')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('record.entry-what')}>
        {(record) =>
          entry?.viewerMayRelabel ? (
            <RelabelForm key={entry.label} entry={entry} grants={record.sharing?.grants ?? []} />
          ) : (
            <EmptyState heading={t('record.entry-gone')}>
              <p>{t('record.entry-gone-why')}</p>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
