import { InvitationQuery, useScreenQuery } from '@heldwell/client';
import { BackLink, Button, ButtonLink, Card, Loading, Page, useFormat } from '@heldwell/ui';
import { Rich, useT } from '@heldwell/ui/i18n';
import {
  AcceptInvitation,
  DeadInvitation,
  type InvitationToAccept,
  LabelList,
  ProblemState,
  useRightName,
} from '@heldwell/views';
import { useState } from 'react';
import messages from './invitation.messages.json';

const never = [] as const;

function WhatItMeans({ invitation, from }: { invitation: InvitationToAccept; from: string }) {
  const t = useT(messages);
  const format = useFormat();
  const rightOf = useRightName();
  const rights = invitation.rights.filter((right) => right !== 'SEE');
  return (
    <>
      <p>{t('invitation-page.hello', { name: invitation.name })}</p>
      <p>{t('invitation-page.asks', { name: from })}</p>
      <h2 className="nhsuk-heading-m">{t('invitation-page.will-see')}</h2>
      <LabelList labels={invitation.labels} />
      {rights.length > 0 && (
        <>
          <h2 className="nhsuk-heading-m">{t('invitation-page.will-do')}</h2>
          <ul>
            {rights.map((right) => (
              <li key={right}>{rightOf(right)}</li>
            ))}
          </ul>
        </>
      )}
      <h2 className="nhsuk-heading-m">{t('invitation-page.will-not-see')}</h2>
      <p>{t('invitation-page.not-else', { name: from })}</p>
      <p>{t('invitation-page.logged', { name: from })}</p>
      <p>{t('invitation-page.until', { date: format.dateTime(invitation.expiresAt) })}</p>
    </>
  );
}

/** Yes and no side by side, alike in size and weight. */
function Choice({ from, onAccept }: { from: string; onAccept: () => void }) {
  const t = useT(messages);
  return (
    <div className="carer-equal">
      <Card heading={t('invitation-page.accept')} description={t('invitation-page.accept-text')}>
        <Button type="button" variant="secondary" onClick={onAccept}>
          {t('invitation-page.go-on')}
        </Button>
      </Card>
      <Card
        heading={t('invitation-page.decline')}
        description={t('invitation-page.decline-text', { name: from })}
      >
        <ButtonLink variant="secondary" to="/declined">
          {t('invitation-page.say-no')}
        </ButtonLink>
      </Card>
    </div>
  );
}

/** A link of another app, opened here by mistake. */
function WrongDoor({ code }: { code: string }) {
  const t = useT(messages);
  const patientDoor = (words: string) => (
    <a href={`/patient/invitation/${encodeURIComponent(code)}`}>{words}</a>
  );
  return (
    <Page title={t('invitation-page.wrong-door')}>
      <p>
        <Rich text={t('invitation-page.wrong-door-text')} parts={{ link: patientDoor }} />
      </p>
    </Page>
  );
}

type InvitationPageProps = { code: string; onAccepted: () => void; onSignIn: () => void };

/** What somebody is asked to do, and what it means, before they say yes or no. */
export function InvitationPage({ code, onAccepted, onSignIn }: InvitationPageProps) {
  const t = useT(messages);
  const query = useScreenQuery(InvitationQuery, { code }, { on: never });
  const [accepting, setAccepting] = useState(false);
  const invitation = query.data?.invitation;
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
  if (!invitation) return <DeadInvitation code={code} />;
  if (invitation.kind !== 'CARE_FOR') return <WrongDoor code={code} />;
  const from = invitation.patientName ?? t('invitation-page.somebody');
  const back = (
    <button type="button" className="nhsuk-back-link hw-link-button" onClick={() => setAccepting(false)}>
      {t('invitation-page.back')}
    </button>
  );
  return accepting ? (
    <Page key="form" title={t('invitation-page.form')} before={back}>
      <AcceptInvitation {...{ code, invitation, onAccepted, onSignIn }} />
    </Page>
  ) : (
    <Page key="offer" title={t('invitation-page.title', { name: from })}>
      <WhatItMeans invitation={invitation} from={from} />
      <Choice from={from} onAccept={() => setAccepting(true)} />
    </Page>
  );
}

/** Said no: what that means. */
export function DeclinedPage() {
  const t = useT(messages);
  return (
    <Page title={t('declined.title')} before={<BackLink to="/" />}>
      <p>{t('declined.text')}</p>
      <p>{t('declined.changed-mind')}</p>
      <p>{t('declined.tell')}</p>
    </Page>
  );
}
