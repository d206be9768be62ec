import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Page,
  type PrivacyLabelName,
  Radios,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { type Faults, LabelCheckboxes, useCheckedForm, useLabelName } from '@heldwell/views';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './sharing.messages.json';
import { ShareWithTeam, TeamsToShareWithQuery } from './sharing-query.ts';

type Answered = NonNullable<NonNullable<ResultOf<typeof TeamsToShareWithQuery>['viewer']>['record']>;
type Team = Answered['teamsToWriteTo'][number];
const never = [] as const;

type Values = { team: string; labels: PrivacyLabelName[] };

/** Teams without a grant in force for the record; one more discussion is not the record. */
function teamsWithoutAccess({ teamsToWriteTo, sharing }: Answered): Team[] {
  const having = (sharing?.grants ?? [])
    .filter(({ state, thread }) => (state === 'IN_FORCE' || state === 'FUTURE') && thread === null)
    .map(({ grantee }) => grantee.team?.id);
  return teamsToWriteTo.filter(({ id }) => !having.includes(id));
}

function ShareForm({ teams }: { teams: readonly Team[] }) {
  const t = useT(messages);
  const nameOf = useLabelName();
  const navigate = useNavigate();
  const { run } = useCommand(ShareWithTeam);
  const [commandId] = useState(() => crypto.randomUUID());
  const form = useCheckedForm<Values>({
    initial: { team: '', labels: ['GENERAL'] },
    check: ({ team, labels }) => {
      const faults: Faults<Values> = {};
      if (!team) faults.team = t('sharing.team-missing');
      if (labels.length === 0) faults.labels = t('sharing.labels-missing-new');
      return faults;
    },
    send: async ({ team, labels }) => {
      const { data, problem } = await run({
        input: { id: commandId, team, labels, rights: ['SEE', 'MESSAGE'] },
      });
      if (!data) return { problem };
      const answer = data.shareWithTeam;
      if (answer.__typename !== 'SharingChanged') return { problem: { kind: 'notFound', fields: [] } };
      const words = { name: answer.grant.grantee.name, labels: labels.map(nameOf).join(', ') };
      void navigate('/sharing', { replace: true, state: { done: t('sharing.shared', words) } });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Radios
        id="team"
        legend={t('sharing.choose-team')}
        legendSize="m"
        error={form.faultOf('team')}
        items={teams.map(({ id, name, organisation }) => ({
          value: id,
          label: name,
          hint: organisation.name,
        }))}
        value={form.values.team}
        onChange={(event) => form.set('team', event.target.value)}
      />
      <LabelCheckboxes
        id="labels"
        legend={t('sharing.labels')}
        hint={t('sharing.labels-hint')}
        error={form.faultOf('labels')}
        value={form.values.labels}
        onChange={(labels) => form.set('labels', labels)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.saving' : 'sharing.share')}
      </Button>
    </form>
  );
}

/** Gives a team access to parts of the record. */
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
          const teams = teamsWithoutAccess(record);
          if (teams.length > 0) return <ShareForm teams={teams} />;
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
