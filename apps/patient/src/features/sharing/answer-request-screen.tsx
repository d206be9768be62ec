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
  AccessBoxes,
  type End,
  EndChoice,
  endInput,
  endOf,
  type Faults,
  type GrantRight,
  isSameEnd,
  noEnd,
  useCheckedForm,
  useEndFault,
  useProblemWords,
} from '@heldwell/views';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import asking from './asking.messages.json';
import { AskedFor } from './requests.tsx';
import { AnswerAccessRequest, RequestsQuery } from './settings-query.ts';
import messages from './sharing.messages.json';

type Answered = NonNullable<NonNullable<ResultOf<typeof RequestsQuery>['viewer']>['record']>;
type Sharing = NonNullable<Answered['sharing']>;
type Asked = Sharing['requests'][number];
type Held = Sharing['grants'][number];
type Values = { labels: PrivacyLabelName[]; rights: GrantRight[]; end: End };

const never = [] as const;
const weighty: GrantRight[] = ['SEE_LOG', 'MANAGE_SHARING'];

/** What they have from the patient already, so that a yes to more takes nothing away. */
function heldBy(request: Asked, { grants }: Sharing): Held | undefined {
  return grants.find(
    ({ basis, grantee, labels, state, thread, givenForPatient }) =>
      grantee.kind === request.granteeKind &&
      grantee.name === request.grantee &&
      labels.length > 0 &&
      thread === null &&
      !givenForPatient &&
      (basis === 'PATIENT_CHOICE' || basis === 'DIRECT_CARE') &&
      (state === 'IN_FORCE' || state === 'HELD_BACK'),
  );
}

/** General health where it was asked for, and what they have, until then; never more beforehand. */
function tickedFor(request: Asked, held: Held | undefined): Values {
  const asksForGeneral = request.labels.includes('GENERAL');
  const rights = request.rights.filter((right) => !weighty.includes(right));
  return {
    labels: privacyLabels.filter(
      (label) => (label === 'GENERAL' && asksForGeneral) || held?.labels.includes(label),
    ),
    rights: [...new Set<GrantRight>(['SEE', ...(held?.rights ?? []), ...rights])],
    end: held ? endOf(held) : noEnd,
  };
}

function useAnswer(request: Asked, held: Held | undefined) {
  const t = useT(asking);
  const sharingT = useT(messages);
  const faultOfEnd = useEndFault();
  const navigate = useNavigate();
  const { run } = useCommand(AnswerAccessRequest);
  const initial = tickedFor(request, held);
  return useCheckedForm<Values>({
    initial,
    check: ({ labels, end }) => {
      const faults: Faults<Values> = {};
      if (labels.length === 0) faults.labels = sharingT('sharing.labels-missing-new');
      const wrong = faultOfEnd(end);
      if (wrong) faults.end = wrong;
      return faults;
    },
    send: async ({ labels, rights, end }) => {
      // Left as it was, the end is not said again: the server keeps all that ends it.
      const until = isSameEnd(end, initial.end) ? {} : { validUntil: endInput(end, null).validUntil };
      const input = { request: request.id, give: true, labels, rights, ...until };
      const { data, problem } = await run({ input });
      if (!data) return { problem };
      if (data.answerAccessRequest.__typename === 'NotFound')
        return { problem: { kind: 'notFound', fields: [] } };
      void navigate('/sharing', {
        replace: true,
        state: { done: t('asking.given', { name: request.grantee }) },
      });
      return undefined;
    },
  });
}

function Decline({ request }: { request: Asked }) {
  const t = useT(asking);
  const navigate = useNavigate();
  const wordsOf = useProblemWords();
  const { run, running } = useCommand(AnswerAccessRequest);
  const [problem, setProblem] = useState<string | null>(null);
  const decline = async () => {
    const { data, problem: failed } = await run({ input: { request: request.id, give: false } });
    if (!data) return setProblem(wordsOf(failed));
    if (data.answerAccessRequest.__typename === 'NotFound')
      return setProblem(wordsOf({ kind: 'notFound', fields: [] }));
    return navigate('/sharing', {
      replace: true,
      state: { done: t('asking.declined', { name: request.grantee }) },
    });
  };
  return (
    <section>
      <h2 className="nhsuk-heading-m">{t('asking.or-no')}</h2>
      {problem && <ErrorSummary errors={[{ message: problem }]} />}
      <p>{t('asking.no-means', { name: request.grantee })}</p>
      <Button type="button" variant="secondary" busy={running} onClick={() => void decline()}>
        {t('asking.decline')}
      </Button>
    </section>
  );
}

function AnswerForm({ request, held }: { request: Asked; held: Held | undefined }) {
  const t = useT(asking);
  const form = useAnswer(request, held);
  return (
    <>
      <AskedFor request={request} />
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <AccessBoxes
          kind={request.granteeKind}
          value={form.values}
          error={form.faultOf('labels')}
          onChange={({ labels, rights }) => {
            form.set('labels', [...labels]);
            form.set('rights', [...rights]);
          }}
        />
        <EndChoice
          value={form.values.end}
          error={form.faultOf('end')}
          onChange={(end) => form.set('end', end)}
          {...(held?.endsWithTeam && { team: held.endsWithTeam.name })}
          {...(held?.endsWithThread && { threads: [held.endsWithThread] })}
        />
        <Button type="submit" busy={form.sending}>
          {t(form.sending ? 'asking.giving' : 'asking.give')}
        </Button>
      </form>
      <Decline request={request} />
    </>
  );
}

/** Gives somebody who asked what the patient chooses, or declines. */
export function AnswerRequestScreen() {
  const t = useT(asking);
  const sharingT = useT(messages);
  const { request: id } = useParams();
  const answer = useScreenQuery(RequestsQuery, {}, { on: never });
  const request = answer.data?.viewer?.record?.sharing?.requests.find((one) => one.id === id);
  return (
    <Page
      key={request?.id ?? 'asking'}
      title={request ? t('asking.title-of', { name: request.grantee }) : t('asking.title')}
      section={sharingT('sharing.title')}
      before={<BackLink to="/sharing">{sharingT('sharing.title')}</BackLink>}
    >
      <MyRecord answer={answer} what={sharingT('sharing.form-what')}>
        {({ sharing }) =>
          request && sharing && request.answer === null ? (
            <AnswerForm request={request} held={heldBy(request, sharing)} />
          ) : (
            <EmptyState heading={t('asking.gone')}>
              <p>{t('asking.gone-why')}</p>
            </EmptyState>
          )
        }
      </MyRecord>
    </Page>
  );
}
