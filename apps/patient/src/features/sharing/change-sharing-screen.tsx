import { type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
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
import {
  type End,
  EndChoice,
  endInput,
  endOf,
  type Faults,
  type GrantRight,
  isSameEnd,
  openThreads,
  useCheckedForm,
  useEndFault,
  useRefusedWords,
} from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import { AccessChoice } from './access-choice.tsx';
import messages from './sharing.messages.json';
import { ChangeSharing, ChangeSharingQuery, type MyGrant } from './sharing-query.ts';
import { useGivenWords } from './use-given-words.ts';
import { WouldSee } from './would-see.tsx';

const onSharing = ['sharing'] as const;

type Answered = NonNullable<NonNullable<ResultOf<typeof ChangeSharingQuery>['viewer']>['record']>;
type Threads = Answered['threads']['nodes'];
type Values = { labels: PrivacyLabelName[]; rights: GrantRight[]; end: End };

function useChange(grant: MyGrant) {
  const t = useT(messages);
  const faultOfEnd = useEndFault();
  const navigate = useNavigate();
  const refusedWords = useRefusedWords();
  const givenWords = useGivenWords();
  const { run } = useCommand(ChangeSharing);
  const { name, team } = grant.grantee;
  const initialEnd = endOf(grant);
  return useCheckedForm<Values>({
    initial: {
      labels: privacyLabels.filter((label) => grant.labels.includes(label)),
      rights: grant.rights,
      end: initialEnd,
    },
    check: ({ labels, end }) => {
      const faults: Faults<Values> = {};
      if (labels.length === 0) faults.labels = t('sharing.labels-missing');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async ({ labels, rights, end }) => {
      // Left as it was, an end that hangs on something is not said again: the server keeps it.
      const isAsBefore = isSameEnd(end, initialEnd);
      const until = isAsBefore
        ? { validUntil: grant.validUntil }
        : endInput(end, grant.endsWithTeam?.id ?? team?.id ?? null);
      const { data, problem } = await run({ input: { grant: grant.id, labels, rights, ...until } });
      if (!data) return { problem };
      const answer = data.changeSharing;
      if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
      if (answer.__typename === 'NotFound') return { problem: { kind: 'notFound', fields: [] } };
      void navigate('/sharing', { replace: true, state: givenWords(name, labels, answer.grant) });
      return undefined;
    },
    ids: { end: 'end' },
  });
}

function ChangeForm({ grant, threads }: { grant: MyGrant; threads: Threads }) {
  const t = useT(messages);
  const form = useChange(grant);
  const { kind, team } = grant.grantee;
  const { labels, rights } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <AccessChoice
        kind={kind}
        value={{ labels, rights }}
        error={form.faultOf('labels')}
        onChange={(chosen) => {
          form.set('labels', [...chosen.labels]);
          form.set('rights', [...chosen.rights]);
        }}
      >
        <WouldSee by={{ grant: grant.id, labels, rights }} />
      </AccessChoice>
      <EndChoice
        value={form.values.end}
        error={form.faultOf('end')}
        onChange={(end) => form.set('end', end)}
        team={grant.endsWithTeam?.name ?? team?.name}
        threads={openThreads(threads)}
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'sharing.saving' : 'sharing.save')}
      </Button>
    </form>
  );
}

/** Changes what somebody sees and may do, and until when. */
export function ChangeSharingScreen() {
  const t = useT(messages);
  const { grant: id } = useParams();
  const answer = useScreenQuery(ChangeSharingQuery, {}, { on: onSharing });
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
        {({ threads }) =>
          grant && grant.state !== 'ENDED' ? (
            <ChangeForm grant={grant} threads={threads.nodes} />
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
