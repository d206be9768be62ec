import { type ResultOf, useScreenQuery } from '@heldwell/client';
import { BackLink, EmptyState, Page } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { openThreads, type Receiver, ShareForm } from '@heldwell/views';
import { useNavigate } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { presets } from './presets.ts';
import messages from './sharing.messages.json';
import { TeamsToShareWithQuery } from './sharing-query.ts';
import { useGivenWords } from './use-given-words.ts';
import { WouldSee } from './would-see.tsx';

type Answered = NonNullable<NonNullable<ResultOf<typeof TeamsToShareWithQuery>['viewer']>['record']>;
const never = [] as const;

/** Teams, then whole organisations, without a grant in force for the record; one thing in it is not the record. */
function receiversOf({ teamsToWriteTo, sharing }: Answered): Receiver[] {
  const having = (sharing?.grants ?? [])
    .filter(({ state, labels }) => state !== 'ENDED' && state !== 'EXPIRED' && labels.length > 0)
    .map(({ grantee }) => (grantee.kind === 'TEAM' ? grantee.team?.id : grantee.organisation?.id));
  const teams = teamsToWriteTo.map(
    ({ id, name, organisation }): Receiver => ({ kind: 'TEAM', id, name, of: organisation.name }),
  );
  const organisations = new Map(teamsToWriteTo.map(({ organisation }) => [organisation.id, organisation]));
  const whole = [...organisations.values()].map(
    ({ id, name }): Receiver => ({ kind: 'ORGANISATION', id, name }),
  );
  return [...teams, ...whole].filter(({ id }) => !having.includes(id));
}

/** The form: only General health and messages are ticked beforehand. */
function Form({ receivers, threads }: { receivers: Receiver[]; threads: Answered['threads']['nodes'] }) {
  const navigate = useNavigate();
  const givenWords = useGivenWords();
  return (
    <ShareForm
      receivers={receivers}
      initial={presets.talk}
      threads={openThreads(threads)}
      wouldSee={({ kind, id }, { labels, rights }) => (
        <WouldSee
          by={{
            ...(kind === 'TEAM' ? { team: id } : { organisation: id }),
            ...{ labels: [...labels], rights: [...rights] },
          }}
        />
      )}
      onShared={(grant, labels) => {
        const state = givenWords(grant.grantee.name, labels, grant);
        void navigate('/sharing', { replace: true, state });
      }}
    />
  );
}

/** Gives a team or a whole organisation access to parts of the record. */
export function ShareTeamScreen() {
  const t = useT(messages);
  const answer = useScreenQuery(TeamsToShareWithQuery, {}, { on: never });
  return (
    <Page
      title={t('sharing.share-team')}
      section={t('sharing.title')}
      before={<BackLink to="/sharing">{t('sharing.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('sharing.form-what')}>
        {(record) => {
          const receivers = receiversOf(record);
          if (receivers.length > 0) return <Form receivers={receivers} threads={record.threads.nodes} />;
          return (
            <EmptyState heading={t('sharing.no-team-left')}>
              <p>{t('sharing.no-team-left-why')}</p>
            </EmptyState>
          );
        }}
      </MyRecord>
    </Page>
  );
}
