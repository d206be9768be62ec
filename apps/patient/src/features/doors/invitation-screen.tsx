import { InvitationQuery, useScreenQuery } from '@heldwell/client';
import { Page, useFormat } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import {
  AcceptInvitation,
  Answer,
  BrandHead,
  BrandWelcome,
  DeadInvitation,
  type InvitationToAccept,
} from '@heldwell/views';
import { useLocation, useNavigate, useParams } from 'react-router';
import messages from './doors.messages.json';

const never = [] as const;

/** A link of another app opened here by mistake: each app is another place on the same address. */
function WrongApp({ code, kind }: { code: string; kind: InvitationToAccept['kind'] }) {
  const t = useT(messages);
  const app = kind === 'TREAT' ? 'professional' : 'carer';
  const there = (words: string) => <a href={`/${app}/invitation/${encodeURIComponent(code)}`}>{words}</a>;
  return (
    <Page title={t('doors.wrong-app')}>
      <p>
        <Rich text={t(`doors.wrong-app-${app}`)} parts={{ link: there }} />
      </p>
    </Page>
  );
}

function TakeUp({ code, invitation }: { code: string; invitation: InvitationToAccept }) {
  const t = useT(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { organisationName: organisation, name, expiresAt, brand, isVouched } = invitation;
  const [named, unnamed] = isVouched
    ? (['doors.take-up-what', 'doors.take-up-what-unnamed'] as const)
    : (['doors.begin-what', 'doors.begin-what-unnamed'] as const);
  const next = isVouched ? '/sharing/check' : '/register/done';
  return (
    <Page title={t('doors.take-up')} before={<BrandHead brand={brand} organisation={organisation} />}>
      <p>{t('doors.dear', { name })}</p>
      <p>{organisation ? t(named, { organisation }) : t(unnamed)}</p>
      <BrandWelcome brand={brand} organisation={organisation} />
      <p>{t('doors.what-you-get')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('doors.get-read')}</li>
        <li>{t('doors.get-share')}</li>
        <li>{t('doors.get-write')}</li>
      </ul>
      <p>{t('doors.your-choice')}</p>
      <AcceptInvitation
        code={code}
        invitation={invitation}
        onAccepted={() => void navigate(next, { replace: true, state: { first: true } })}
        onSignIn={() => void navigate('/sign-in', { state: { from: pathname } })}
      />
      <p className="hw-quiet">{t('doors.expires', { date: format.date(expiresAt) })}</p>
    </Page>
  );
}

/** What an invitation link is for, and taking up the record. */
export function InvitationScreen() {
  const t = useT(messages);
  const { code = '' } = useParams();
  const answer = useScreenQuery(InvitationQuery, { code }, { on: never });
  if (answer.data === undefined) {
    return (
      <Page title={t('doors.invitation')}>
        <Answer to={answer} what={t('doors.what-invitation')}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { invitation } = answer.data;
  if (!invitation) return <DeadInvitation code={code} />;
  if (invitation.kind !== 'TAKE_UP_RECORD') return <WrongApp code={code} kind={invitation.kind} />;
  return <TakeUp code={code} invitation={invitation} />;
}
