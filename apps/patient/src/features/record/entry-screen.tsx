import { useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, EmptyState, NotificationBanner, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import {
  EntryDetailView,
  type EntryKind,
  kindPath,
  type Label,
  useKindNames,
  useLabelName,
} from '@heldwell/views';
import { useLocation, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { EntryQuery } from './entry-query.ts';
import messages from './record.messages.json';

const onEntries = ['entries', 'sharing'] as const;
const entryTo = (id: string) => `/record/entry/${id}`;

/** The label that was chosen a moment ago, on the page before. */
function useJustRelabelled(): Label | null {
  const { state } = useLocation();
  return (state as { relabelled?: Label } | null)?.relabelled ?? null;
}

function Relabelled({ label }: { label: Label }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  return (
    <NotificationBanner success>
      <p className="nhsuk-notification-banner__heading">{t('record.relabelled', { label: nameOf(label) })}</p>
      <p>{t('record.relabelled-what')}</p>
    </NotificationBanner>
  );
}

function Back({ kind }: { kind: EntryKind | undefined }) {
  const t = useT(messages);
  const kinds = useKindNames();
  if (!kind) return <BackLink to="/record">{t('record.title')}</BackLink>;
  const to = kind === 'TEST_RESULT' ? '/record/results' : `/record/kind/${kindPath(kind)}`;
  return <BackLink to={to}>{kinds.many(kind)}</BackLink>;
}

/** One entry: in words first, then its trend, facts, who sent it, and the way to change who can see it. */
export function EntryScreen() {
  const t = useT(messages);
  const kinds = useKindNames();
  const { entry: id = '' } = useParams();
  const answer = useScreenQuery(EntryQuery, { entry: id }, { on: onEntries });
  const relabelled = useJustRelabelled();
  const entry = answer.data?.entry;
  const title = entry === null ? t('record.entry-gone') : (entry?.title ?? t('record.entry'));
  return (
    <Page
      key={entry === undefined ? 'asking' : id}
      title={title}
      section={entry ? kinds.many(entry.kind) : t('record.title')}
      caption={entry ? kinds.one(entry.kind) : undefined}
      before={
        <>
          <Back kind={entry?.kind} />
          {relabelled && entry && <Relabelled label={relabelled} />}
        </>
      }
    >
      <MyRecord answer={answer} what={t('record.entry-what')}>
        {() =>
          entry ? (
            <EntryDetailView
              entry={entry}
              voice="own"
              entryTo={entryTo}
              actions={
                entry.viewerMayRelabel && (
                  <div className="hw-row">
                    <ButtonLink to={`${entryTo(entry.id)}/label`} variant="secondary">
                      {t('record.relabel')}
                    </ButtonLink>
                    <ButtonLink to={`${entryTo(entry.id)}/share`} variant="secondary">
                      {t('record.share-one')}
                    </ButtonLink>
                  </div>
                )
              }
            />
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
