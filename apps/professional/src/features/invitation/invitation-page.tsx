import { InvitationQuery, useScreenQuery } from '@heldwell/client';
import { Loading, Page, useFormat } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import { AcceptInvitation, DeadInvitation, LabelList, ProblemState } from '@heldwell/views';
import messages from './invitation.messages.json';

const never = [] as const;

export type InvitationPageProps = { code: string; onAccepted: () => void; onSignIn: () => void };

/** What a patient asks one professional by themself to do, before they say yes. */
export function InvitationPage({ code, onAccepted, onSignIn }: InvitationPageProps) {
  const t = useT(messages);
  const format = useFormat();
  const query = useScreenQuery(InvitationQuery, { code }, { on: never });
  if (query.data === undefined) {
    return (
      <Page title={t('invitation-page.opening')}>
        {query.problem ? (
          <ProblemState problem={query.problem} what={t('invitation-page.what')} retry={query.refresh} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  }
  const { invitation } = query.data;
  if (!invitation) return <DeadInvitation code={code} />;
  if (invitation.kind !== 'TREAT') {
    const app = invitation.kind === 'CARE_FOR' ? 'carer' : 'patient';
    const there = (words: string) => <a href={`/${app}/invitation/${encodeURIComponent(code)}`}>{words}</a>;
    return (
      <Page title={t('invitation-page.wrong-door')}>
        <p>
          <Rich text={t('invitation-page.wrong-door-text')} parts={{ link: there }} />
        </p>
      </Page>
    );
  }
  const name = invitation.patientName ?? t('invitation-page.somebody');
  return (
    <Page title={t('invitation-page.title', { name })}>
      <p>{t('invitation-page.asks', { name })}</p>
      <h2 className="nhsuk-heading-m">{t('invitation-page.will-see')}</h2>
      <LabelList labels={invitation.labels} />
      <p>{t('invitation-page.unchecked')}</p>
      <p>{t('invitation-page.until', { date: format.dateTime(invitation.expiresAt) })}</p>
      <AcceptInvitation {...{ code, invitation, onAccepted, onSignIn }} />
    </Page>
  );
}
