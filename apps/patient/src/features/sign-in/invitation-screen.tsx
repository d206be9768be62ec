import { InvitationQuery, useScreenQuery } from '@heldwell/client';
import { EmptyState, Link, Page, useFormat } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { Answer, InvitationForm, type InvitationToAccept } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import messages from './sign-in.messages.json';

const never = [] as const;

function Unusable() {
  const t = useT(messages);
  return (
    <Page title={t('sign-in.unusable')}>
      <p>{t('sign-in.unusable-why')}</p>
      <p>
        {t('sign-in.used-already')} <Link to="/sign-in">{t('sign-in.to-sign-in')}</Link>
      </p>
    </Page>
  );
}

/** A carer's link opened here by mistake: the carers' app is another place on the same address. */
function ForCarers({ code }: { code: string }) {
  const t = useT(messages);
  return (
    <Page title={t('sign-in.wrong-app')}>
      <EmptyState heading={t('sign-in.wrong-app')}>
        <p>
          <a href={`/carer/invitation/${encodeURIComponent(code)}`}>{t('sign-in.wrong-app-where')}</a>
        </p>
      </EmptyState>
    </Page>
  );
}

function TakeUp({ code, invitation }: { code: string; invitation: InvitationToAccept }) {
  const t = useT(messages);
  const format = useFormat();
  const navigate = useNavigate();
  const { organisationName, name, expiresAt } = invitation;
  return (
    <Page title={t('sign-in.take-up')}>
      <p>{t('sign-in.dear', { name })}</p>
      <p>
        {organisationName
          ? t('sign-in.take-up-what', { organisation: organisationName })
          : t('sign-in.take-up-what-unnamed')}
      </p>
      <p>{t('sign-in.what-you-get')}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>{t('sign-in.get-read')}</li>
        <li>{t('sign-in.get-share')}</li>
        <li>{t('sign-in.get-write')}</li>
      </ul>
      <p>{t('sign-in.your-choice')}</p>
      <InvitationForm
        code={code}
        invitation={invitation}
        onAccepted={() => void navigate('/sharing/check', { replace: true, state: { first: true } })}
      />
      <p className="hw-quiet">{t('sign-in.expires', { date: format.date(expiresAt) })}</p>
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
      <Page title={t('sign-in.invitation')}>
        <Answer to={answer} what={t('sign-in.what-invitation')}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { invitation } = answer.data;
  if (!invitation) return <Unusable />;
  if (invitation.kind === 'CARE_FOR') return <ForCarers code={code} />;
  return <TakeUp code={code} invitation={invitation} />;
}
