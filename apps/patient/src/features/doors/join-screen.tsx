import { JoinOfferQuery, JoinTeam, type ResultOf, useCommand, useScreenQuery } from '@heldwell/client';
import {
  Button,
  ButtonLink,
  Checkboxes,
  ErrorSummary,
  Link,
  Page,
  type PrivacyLabelName,
  usePrivacyLabelName,
} from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { Answer, BrandHead, BrandWelcome, useCheckedForm, useLabelMeaning } from '@heldwell/views';
import { useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import messages from './doors.messages.json';

const never = [] as const;
type Offer = NonNullable<ResultOf<typeof JoinOfferQuery>['joinOffer']>;

/** The link of a team that takes people who come by themselves. */
export function JoinScreen() {
  const t = useT(messages);
  const { code = '' } = useParams();
  const answer = useScreenQuery(JoinOfferQuery, { code }, { on: never });
  if (answer.data === undefined) {
    return (
      <Page title={t('doors.join-title')}>
        <Answer to={answer} what={t('doors.what-join')}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { joinOffer: offer, viewer } = answer.data;
  if (!offer) return <NoTeam />;
  return (
    <Page
      title={t('doors.join', { team: offer.teamName })}
      before={<BrandHead brand={offer.brand} organisation={offer.organisationName} />}
    >
      <p>{t('doors.join-of', { team: offer.teamName, organisation: offer.organisationName })}</p>
      {offer.description && <p>{offer.description}</p>}
      <BrandWelcome brand={offer.brand} organisation={offer.organisationName} />
      {offer.joined ? (
        <Joined offer={offer} />
      ) : (
        <>
          <p>{t('doors.join-what')}</p>
          {offer.answerTime && <p>{t('doors.join-answers', { time: offer.answerTime })}</p>}
          <p>{t('doors.join-voluntary')}</p>
          {viewer?.record ? <JoinForm code={code} offer={offer} /> : <ToCome code={code} />}
        </>
      )}
    </Page>
  );
}

function NoTeam() {
  const t = useT(messages);
  const register = (words: string) => <Link to="/register">{words}</Link>;
  return (
    <Page title={t('doors.join-gone')}>
      <p>{t('doors.join-gone-why')}</p>
      <p>
        <Rich text={t('doors.join-gone-register')} parts={{ link: register }} />
      </p>
    </Page>
  );
}

/** Nobody is signed in: with a new record, or the one somebody has, and back here. */
function ToCome({ code }: { code: string }) {
  const t = useT(messages);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (
    <div className="hw-stack">
      <ButtonLink to={`/register?join=${encodeURIComponent(code)}`}>{t('doors.join-register')}</ButtonLink>
      <Button
        type="button"
        variant="secondary"
        onClick={() => void navigate('/sign-in', { state: { from: pathname } })}
      >
        {t('doors.join-sign-in')}
      </Button>
    </div>
  );
}

function Joined({ offer }: { offer: Offer }) {
  const t = useT(messages);
  return (
    <>
      <p>{t('doors.join-already', { team: offer.teamName })}</p>
      <ButtonLink to={`/messages/new?team=${encodeURIComponent(offer.team)}`}>
        {t('doors.join-already-write')}
      </ButtonLink>
      <p>
        <Link to="/sharing">{t('doors.join-already-see')}</Link>
      </p>
    </>
  );
}

function JoinForm({ code, offer }: { code: string; offer: Offer }) {
  const t = useT(messages);
  const nameOf = usePrivacyLabelName();
  const meaningOf = useLabelMeaning();
  const navigate = useNavigate();
  const { run } = useCommand(JoinTeam);
  const [id] = useState(() => crypto.randomUUID());
  const offered = offer.labels.filter((label): label is PrivacyLabelName => label !== 'UNLABELLED');
  const form = useCheckedForm<{ labels: PrivacyLabelName[] }>({
    initial: { labels: offered },
    check: ({ labels }) => (labels.length > 0 ? {} : { labels: t('doors.join-labels-missing') }),
    send: async ({ labels }) => {
      const { data, problem } = await run({ input: { id, code, labels } });
      if (!data) return { problem };
      if (data.joinTeam.__typename === 'NotFound') return { message: t('doors.join-gone-why') };
      void navigate(`/messages/new?team=${encodeURIComponent(data.joinTeam.team)}`, { replace: true });
      return undefined;
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <Checkboxes
        id="labels"
        legend={t('doors.join-labels', { team: offer.teamName })}
        legendSize="m"
        hint={t('doors.join-labels-hint')}
        error={form.faultOf('labels')}
        items={offered.map((label) => ({ value: label, label: nameOf(label), hint: meaningOf(label) }))}
        value={form.values.labels}
        onChange={({ target }) =>
          form.set(
            'labels',
            offered.filter((label) =>
              label === target.value ? target.checked : form.values.labels.includes(label),
            ),
          )
        }
      />
      <Button type="submit" busy={form.sending}>
        {t(form.sending ? 'doors.one-moment' : 'doors.join-do')}
      </Button>
    </form>
  );
}
