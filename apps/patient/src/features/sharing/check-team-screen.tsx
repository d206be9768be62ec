import { useCommand, useScreenQuery } from '@heldwell/client';
import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  InsetText,
  Page,
  type PrivacyLabelName,
  privacyLabels,
  useFormat,
} from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { EndAccess, LabelCheckboxes, useCheckedForm, useRefusedWords, useRightName } from '@heldwell/views';
import { useState } from 'react';
import { Link as StatefulLink, useLocation, useNavigate, useParams } from 'react-router';
import { MyRecord } from '../../my-record/index.ts';
import messages from './check.messages.json';
import { CheckSharingQuery, type CheckState, KeepSharing, nextOf, toCheck } from './check-query.ts';
import { ChangeSharing, type MyGrant } from './sharing-query.ts';
import { receiptPath } from './use-given-words.ts';

const onSharing = ['sharing'] as const;

type OnDecided = (ended?: { name: string; receipt?: string }) => void;
type TeamProps = { grant: MyGrant; onDecided: OnDecided };
type Values = { labels: PrivacyLabelName[] };

const ticked = ({ labels }: MyGrant) => privacyLabels.filter((label) => labels.includes(label));

/** Left as it is, it is kept; else it is changed. */
function useDecision({ grant, onDecided }: TeamProps) {
  const t = useT(messages);
  const refusedWords = useRefusedWords();
  const keep = useCommand(KeepSharing);
  const change = useCommand(ChangeSharing);
  return useCheckedForm<Values>({
    initial: { labels: ticked(grant) },
    check: ({ labels }) => (labels.length === 0 ? { labels: t('walk.labels-missing') } : {}),
    send: async ({ labels }) => {
      if (labels.join() === ticked(grant).join()) {
        const { data, problem } = await keep.run({ input: { grant: grant.id, version: grant.version } });
        if (!data) return { problem };
        if (!data.keepSharing) return { message: t('walk.changed') };
      } else {
        const { rights, validUntil } = grant;
        const { data, problem } = await change.run({
          input: { grant: grant.id, labels, rights, validUntil },
        });
        if (!data) return { problem };
        const answer = data.changeSharing;
        if (answer.__typename === 'SharingRefused') return { message: refusedWords(answer.why) };
        if (answer.__typename === 'NotFound') return { message: t('walk.changed') };
      }
      onDecided();
      return undefined;
    },
  });
}

/** Who they are, since when they have access, and what else they may do. */
function WhoTheyAre({ grant }: { grant: MyGrant }) {
  const t = useT(messages);
  const format = useFormat();
  const rightOf = useRightName();
  const { name, team } = grant.grantee;
  const organisation = team?.organisation.name ?? '';
  const words = { name, organisation, date: format.date(grant.validFrom) };
  const also = grant.rights.filter((right) => right !== 'SEE').map(rightOf);
  return (
    <>
      <p>{t(team ? 'walk.who' : 'walk.who-unnamed', words)}</p>
      {also.length > 0 && <p>{t('walk.may-also', { what: also.join(', ') })}</p>}
      {grant.state === 'HELD_BACK' && <p>{t('walk.held-back')}</p>}
    </>
  );
}

function TeamForm({ grant, onDecided }: TeamProps) {
  const t = useT(messages);
  const [stopping, setStopping] = useState(false);
  const form = useDecision({ grant, onDecided });
  const { name } = grant.grantee;
  return (
    <>
      <form noValidate onSubmit={form.onSubmit}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <WhoTheyAre grant={grant} />
        <LabelCheckboxes
          id="labels"
          legend={t('walk.labels')}
          hint={t('walk.labels-hint')}
          error={form.faultOf('labels')}
          value={form.values.labels}
          onChange={(labels) => form.set('labels', labels)}
        />
        <InsetText>
          <p>{t('walk.later-too')}</p>
        </InsetText>
        <div className="hw-row">
          <Button busy={form.sending}>{t(form.sending ? 'walk.saving' : 'walk.continue')}</Button>
          <Button type="button" variant="secondary" onClick={() => setStopping(true)}>
            {t('walk.nothing')}
          </Button>
        </div>
      </form>
      <EndAccess
        grant={stopping ? grant : null}
        own
        onClose={() => setStopping(false)}
        onEnded={(_, version) =>
          onDecided({ name, ...(version && { receipt: receiptPath(grant.id, version) }) })
        }
      />
    </>
  );
}

function Gone({ next, state }: { next: string; state: CheckState }) {
  const t = useT(messages);
  return (
    <EmptyState heading={t('walk.gone')}>
      <StatefulLink className="nhsuk-button" to={next} state={state}>
        {t('walk.continue')}
      </StatefulLink>
    </EmptyState>
  );
}

/** One team on the way: who they are, what they see, and what the patient makes of it. */
export function CheckTeamScreen() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { grant: id = '' } = useParams();
  const before = (useLocation().state ?? {}) as CheckState;
  const answer = useScreenQuery(CheckSharingQuery, {}, { on: onSharing });
  const sharing = answer.data?.viewer?.record?.sharing;
  const grant = sharing?.grants.find((one) => one.id === id && one.state !== 'ENDED');
  const ids = sharing ? toCheck(sharing, before) : [];
  const next = nextOf(ids, id);
  const state: CheckState = { ...before, ids };
  const place = ids.indexOf(id);
  const decided: OnDecided = (ended) =>
    void navigate(next, { state: ended ? { ...state, ended: { ...before.ended, [id]: ended } } : state });
  return (
    <Page
      key={grant ? 'there' : 'asking'}
      title={grant ? t('walk.may-see', { name: grant.grantee.name }) : t('walk.title')}
      section={t('walk.title')}
      caption={place < 0 ? undefined : t('walk.team-of', { place: place + 1, count: ids.length })}
      before={<BackLink to="/sharing/check">{t('walk.back')}</BackLink>}
    >
      <MyRecord answer={answer} what={t('walk.what')}>
        {() =>
          grant ? (
            <>
              <TeamForm key={`${grant.id} ${grant.version}`} grant={grant} onDecided={decided} />
              <p>
                <StatefulLink to={next} state={state}>
                  {t('walk.later')}
                </StatefulLink>
              </p>
            </>
          ) : (
            <Gone next={next} state={state} />
          )
        }
      </MyRecord>
    </Page>
  );
}
