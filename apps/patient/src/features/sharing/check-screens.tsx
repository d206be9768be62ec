import { useScreenQuery } from '@heldwell/client';
import { BackLink, ButtonLink, Card, EmptyState, Link, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useLabelName } from '@heldwell/views';
import { Navigate, Link as StatefulLink, useLocation } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './check.messages.json';
import { CheckSharingQuery, type CheckState, toCheck } from './check-query.ts';
import type { MyGrant } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

const onSharing = ['sharing'] as const;

function Intro({ ids, undecided }: { ids: readonly string[]; undecided: number }) {
  const t = useT(messages);
  const state: CheckState = { ids };
  return (
    <>
      <p>{t('walk.intro', { count: ids.length })}</p>
      {undecided > 0 && undecided < ids.length && <p>{t('walk.new', { count: undecided })}</p>}
      <p>{t('walk.one-by-one')}</p>
      <p>{t('walk.any-time')}</p>
      <StatefulLink className="nhsuk-button" to={`/sharing/check/${ids[0]}`} state={state}>
        {t('walk.start')}
      </StatefulLink>
      <p>
        <Link to="/">{t('walk.later')}</Link>
      </p>
    </>
  );
}

/** Where going through the teams begins: how many there are, and what can be decided. */
export function CheckSharingScreen() {
  const t = useT(messages);
  const { first } = (useLocation().state ?? {}) as CheckState;
  const answer = useScreenQuery(CheckSharingQuery, {}, { on: onSharing });
  const sharing = answer.data?.viewer?.record?.sharing;
  if (first && sharing && sharing.undecided.length === 0) return <Navigate to="/" replace />;
  return (
    <Page
      title={t('walk.title')}
      before={first ? undefined : <BackLink to="/sharing">{t('walk.back')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('walk.what')}>
        {(record) => {
          const ids = record.sharing ? toCheck(record.sharing, {}) : [];
          if (record.sharing && ids.length > 0)
            return <Intro ids={ids} undecided={record.sharing.undecided.length} />;
          return (
            <EmptyState heading={t('walk.none')}>
              <p>{t('walk.none-why')}</p>
              <p>
                <Link to="/sharing">{t('walk.to-sharing')}</Link>
              </p>
            </EmptyState>
          );
        }}
      </MyRecord>
    </Page>
  );
}

function Decided({ grant, isOpen, ids }: { grant: MyGrant; isOpen: boolean; ids: readonly string[] }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const { name } = grant.grantee;
  const state: CheckState = { ids };
  return (
    <Card heading={name}>
      <p>{t('walk.can-see', { labels: grant.labels.map(nameOf).join(', ') })}</p>
      <p>
        {isOpen ? (
          <>
            <strong>{t('walk.not-decided')}</strong>
            <br />
            <StatefulLink to={`/sharing/check/${grant.id}`} state={state}>
              {t('walk.decide-now')}{' '}
              <span className="nhsuk-u-visually-hidden">{t('walk.about', { name })}</span>
            </StatefulLink>
          </>
        ) : (
          <Link to={receiptPath(grant.id, grant.version)}>
            {t('walk.receipt')}{' '}
            <span className="nhsuk-u-visually-hidden">{t('walk.receipt-for', { name })}</span>
          </Link>
        )}
      </p>
    </Card>
  );
}

function Ended({ name, receipt }: { name: string; receipt?: string }) {
  const t = useT(messages);
  return (
    <Card heading={name}>
      <p>{t('walk.sees-nothing')}</p>
      {receipt && (
        <p>
          <Link to={receipt}>
            {t('walk.receipt')}{' '}
            <span className="nhsuk-u-visually-hidden">{t('walk.receipt-for', { name })}</span>
          </Link>
        </p>
      )}
    </Card>
  );
}

/** What was decided about each team, with its receipt, and what is still open. */
export function CheckedSharingScreen() {
  const t = useT(messages);
  const before = (useLocation().state ?? {}) as CheckState;
  const answer = useScreenQuery(CheckSharingQuery, {}, { on: onSharing });
  return (
    <Page
      title={t('walk.done')}
      section={t('walk.title')}
      before={<BackLink to="/sharing/check">{t('walk.back')}</BackLink>}
    >
      <p>{t('walk.done-what')}</p>
      <MyRecord answer={answer} what={t('walk.what')}>
        {({ sharing }) => {
          const ids = sharing ? toCheck(sharing, before) : [];
          return ids.map((id) => {
            const grant = sharing?.grants.find((one) => one.id === id);
            const ended = before.ended?.[id];
            const isOpen = sharing?.undecided.some((one) => one.id === id) ?? false;
            if (grant) return <Decided key={id} grant={grant} isOpen={isOpen} ids={ids} />;
            return ended && <Ended key={id} {...ended} />;
          });
        }}
      </MyRecord>
      <ButtonLink to="/">{t('walk.to-home')}</ButtonLink>
      <p>
        <Link to="/sharing">{t('walk.to-sharing')}</Link>
      </p>
    </Page>
  );
}
