import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Link,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  Radios,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Label, useCheckedForm, useLabelMeaning, useLabelName } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { type EntryReader, RelabelEntry, RelabelQuery } from './entry-query.ts';
import messages from './record.messages.json';

type RelabelledEntry = NonNullable<ResultOf<typeof RelabelQuery>['entry']>;

/** Who sees it under the chosen label, and who gains or loses sight of it. What is shared by itself stays shared. */
function Consequence({ readers, to }: { readers: readonly EntryReader[]; to: PrivacyLabelName }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const after = readers.filter(({ wouldSee }) => wouldSee);
  const lost = readers.filter(({ seesNow, wouldSee }) => seesNow && !wouldSee);
  const label = nameOf(to);
  const wordsOf = ({ seesNow, onlyThis, grantee: { name } }: EntryReader) => {
    if (!seesNow) return t('record.gain', { name });
    return t(onlyThis ? 'record.keep-one' : 'record.keep', { name });
  };
  return (
    <div role="status">
      <p>{t(after.length > 0 ? 'record.seen-by' : 'record.seen-by-nobody', { label })}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {after.map((reader) => (
          <li key={`${reader.grantee.kind} ${reader.grantee.name}`}>{wordsOf(reader)}</li>
        ))}
        {lost.map(({ onlyThis, grantee: { kind, name } }) => (
          <li key={`${kind} ${name}`}>
            <strong>{t(onlyThis ? 'record.lose-one' : 'record.lose', { name })}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function RelabelForm({ entry }: { entry: RelabelledEntry }) {
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
      {label !== entry.label && label !== 'UNLABELLED' && <Consequence readers={entry[label]} to={label} />}
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
        {() =>
          entry?.viewerMayRelabel ? (
            <RelabelForm key={entry.label} entry={entry} />
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
