import { useScreenQuery } from '@heldwell/client';
import {
  ButtonLink,
  Card,
  EmptyState,
  Heading,
  LinkList,
  Page,
  SummaryList,
  Tag,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer } from '@heldwell/views';
import desk from './desk.messages.json';
import { type DeskFreeze, DeskFreezesQuery } from './desk-documents.ts';
import { DoneBanner, useDeskPlace } from './desk-layout.tsx';
import { type FreezeState, freezeKinds, stateOf } from './freeze-words.ts';
import messages from './freezes.messages.json';

const words = { ...desk, ...messages };
const never = [] as const;
const colours = { waiting: 'yellow', on: 'red', lifted: 'grey', withdrawn: 'grey' } as const;

function useFreezeRows(freeze: DeskFreeze, state: FreezeState) {
  const t = useT(words);
  const format = useFormat();
  const { kind, askedBy, askedAt, confirmedBy, liftedBy, liftedAt } = freeze;
  const by = (name: string, date: string) => t('freezes.by-on', { name, date: format.dateTime(date) });
  const plain = (words: string) => <span className="hw-plain-text">{words}</span>;
  return [
    { key: t(kind === 'RECORD' ? 'freezes.asked' : 'freezes.done'), value: by(askedBy, askedAt) },
    { key: t('desk.reason'), value: plain(freeze.reason ?? '') },
    ...(confirmedBy ? [{ key: t('freezes.confirmed'), value: confirmedBy }] : []),
    ...(liftedBy && liftedAt
      ? [
          {
            key: t(state === 'withdrawn' ? 'freezes.withdrawn' : 'freezes.lifted'),
            value: by(liftedBy, liftedAt),
          },
        ]
      : []),
    ...(freeze.liftReason ? [{ key: t('freezes.why-lifted'), value: plain(freeze.liftReason) }] : []),
  ];
}

function FreezeCard({ freeze }: { freeze: DeskFreeze }) {
  const t = useT(messages);
  const { path } = useDeskPlace();
  const state = stateOf(freeze);
  const { id, kind, name, viewerMayConfirm } = freeze;
  const rows = useFreezeRows(freeze, state);
  const isOver = state === 'lifted' || state === 'withdrawn';
  return (
    <Card heading={t(`freezes.of-${kind}`, { name })} headingLevel={3}>
      <p>
        <Tag colour={colours[state]}>{t(`freezes.state-${state}`)}</Tag>
      </p>
      <SummaryList rows={rows} />
      {state === 'waiting' && !viewerMayConfirm && <p className="hw-quiet">{t('freezes.needs-other')}</p>}
      {!isOver && (
        <div className="hw-row">
          {viewerMayConfirm && (
            <ButtonLink to={`${path}/freezes/${id}/confirm`} small>
              {t('freezes.confirm')}
              <span className="nhsuk-u-visually-hidden">{` ${name}`}</span>
            </ButtonLink>
          )}
          <ButtonLink to={`${path}/freezes/${id}/lift`} variant="secondary" small>
            {t(state === 'waiting' ? 'freezes.withdraw' : 'freezes.lift')}
            <span className="nhsuk-u-visually-hidden">{` ${name}`}</span>
          </ButtonLink>
        </div>
      )}
    </Card>
  );
}

/** Freezes of the organisation, those that hold or wait first, and the ways to freeze. */
export function FreezesPage() {
  const t = useT(words);
  const { office, path } = useDeskPlace();
  const query = useScreenQuery(DeskFreezesQuery, { office: office.id }, { on: never });
  return (
    <>
      <DoneBanner />
      <Page title={t('desk.freezes')} section={t('desk.title')} caption={office.name}>
        <p>{t('freezes.intro')}</p>
        <Heading level={2}>{t('freezes.new')}</Heading>
        <LinkList
          label={t('freezes.new')}
          items={freezeKinds.map((kind) => ({
            to: `${path}/freezes/new/${kind}`,
            label: t(`freezes.new-${kind}`),
            hint: t(`freezes.new-${kind}-hint`),
          }))}
        />
        <Heading level={2}>{t('freezes.list')}</Heading>
        <Answer to={query} what={t('freezes.what')}>
          {({ privacyDesk }) =>
            privacyDesk?.freezes.length ? (
              privacyDesk.freezes.map((freeze) => <FreezeCard key={freeze.id} freeze={freeze} />)
            ) : (
              <EmptyState heading={t('freezes.none')}>
                <p>{t('freezes.none-text')}</p>
              </EmptyState>
            )
          }
        </Answer>
      </Page>
    </>
  );
}
