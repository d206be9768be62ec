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
      <p>{t('check.intro', { count: ids.length })}</p>
      {undecided > 0 && undecided < ids.length && <p>{t('check.new', { count: undecided })}</p>}
      <p>{t('check.one-by-one')}</p>
      <p>{t('check.any-time')}</p>
      <StatefulLink className="nhsuk-button" to={`/sharing/check/${ids[0]}`} state={state}>
        {t('check.start')}
      </StatefulLink>
      <p>
        <Link to="/">{t('check.later')}</Link>
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
      title={t('check.title')}
      before={first ? undefined : <BackLink to="/sharing">{t('check.back')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('check.what')}>
        {(record) => {
          const ids = record.sharing ? toCheck(record.sharing, {}) : [];
          if (record.sharing && ids.length > 0)
            return <Intro ids={ids} undecided={record.sharing.undecided.length} />;
          return (
            <EmptyState heading={t('check.none')}>
              <p>{t('check.none-why')}</p>
              <p>
                <Link to="/sharing">{t('check.to-sharing')}</Link>
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
      <p>{t('check.can-see', { labels: grant.labels.map(nameOf).join(', ') })}</p>
      <p>
        {isOpen ? (
          <>
            <strong>{t('check.not-decided')}</strong>
            <br />
            <StatefulLink to={`/sharing/check/${grant.id}`} state={state}>
              {t('check.decide-now')}{' '}
              <span className="nhsuk-u-visually-hidden">{t('check.about', { name })}</span>
            </StatefulLink>
          </>
        ) : (
          <Link to={receiptPath(grant.id, grant.version)}>
            {t('check.receipt')}{' '}
            <span className="nhsuk-u-visually-hidden">{t('check.receipt-for', { name })}</span>
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
      <p>{t('check.sees-nothing')}</p>
      {receipt && (
        <p>
          <Link to={receipt}>
            {t('check.receipt')}{' '}
            <span className="nhsuk-u-visually-hidden">{t('check.receipt-for', { name })}</span>
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
      title={t('check.done')}
      section={t('check.title')}
      before={<BackLink to="/sharing/check">{t('check.back')}</BackLink>}
    >
      <p>{t('check.done-what')}</p>
      <MyRecord answer={answer} what={t('check.what')}>
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
      <ButtonLink to="/">{t('check.to-home')}</ButtonLink>
      <p>
        <Link to="/sharing">{t('check.to-sharing')}</Link>
      </p>
    </Page>
  );
}
