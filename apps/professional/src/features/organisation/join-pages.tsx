import { BackLink, Bidi, Button, EmptyState, Link, Page, SummaryList } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type Done, DoneBanner } from '../../done-banner/done-banner.tsx';
import { joinAddress } from './join-address.ts';
import messages from './organisation.messages.json';
import { SetJoinCode } from './organisation-documents.ts';
import { useStaffTeamPlace } from './team-layout.tsx';
import { useAct } from './use-act.ts';
import '../../sheets/sheets.css';

/** The code with which people add themselves to a team: made, changed, switched off. */
export function JoinCodePage() {
  const t = useT(messages);
  const navigate = useNavigate();
  const { team, path } = useStaffTeamPlace();
  const { run, running } = useAct(SetJoinCode);
  const [refused, setRefused] = useState('');
  const { joinCode: code } = team;
  const put = async (on: boolean) => {
    const refusal = await run({ input: { team: team.id, on } });
    setRefused(refusal ? (refusal.message ?? t('org.refused-NOT_FOUND')) : '');
    const done = t(on ? 'join.made' : 'join.switched-off');
    if (!refusal) await navigate('.', { replace: true, state: { done } satisfies Done });
  };
  return (
    <Page
      title={t('team.join')}
      section={team.name}
      caption={team.name}
      before={
        <>
          <BackLink to={path}>{t('team.back')}</BackLink>
          <DoneBanner />
        </>
      }
    >
      <p>{t('join.text')}</p>
      <p role="status">{refused}</p>
      {code ? (
        <>
          <SummaryList
            rows={[
              { key: t('join.code'), value: <Bidi long>{code}</Bidi> },
              { key: t('join.address'), value: <Bidi long>{joinAddress(code).href}</Bidi> },
            ]}
          />
          <p>
            <Link to={`${path}/leaflet`}>{t('join.leaflet')}</Link>
          </p>
          <p>{t('join.new-text')}</p>
        </>
      ) : (
        <p>{t('join.is-off')}</p>
      )}
      <div className="nhsuk-button-group">
        <Button
          type="button"
          variant={code ? 'secondary' : 'primary'}
          busy={running}
          onClick={() => void put(true)}
        >
          {t(code ? 'join.new' : 'join.on')}
        </Button>
        {code && (
          <Button type="button" variant="secondary" busy={running} onClick={() => void put(false)}>
            {t('join.off')}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** One page to print and lay out: where to go, the code, and that nobody has to. */
export function LeafletPage() {
  const t = useT(messages);
  const { team, path } = useStaffTeamPlace();
  const { joinCode: code } = team;
  const back = <BackLink to={`${path}/join`}>{t('team.join')}</BackLink>;
  if (!code) {
    return (
      <Page title={t('join.leaflet')} section={team.name} before={back}>
        <EmptyState heading={t('leaflet.off')}>
          <p>{t('leaflet.off-text')}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t('join.leaflet')} section={team.name} before={back}>
      <p className="console-no-print">
        <Button type="button" onClick={() => window.print()}>
          {t('leaflet.print')}
        </Button>
      </p>
      <article className="console-sheet console-leaflet">
        <p>{team.organisation.name}</p>
        <h2>{t('leaflet.heading')}</h2>
        <p className="console-sheet__large">{team.name}</p>
        {team.description && <p>{team.description}</p>}
        <h3>{t('leaflet.how')}</h3>
        <ol>
          <li>
            {t('leaflet.step-1')}
            <div className="console-sheet__code">
              <Bidi long>{joinAddress(code).shown}</Bidi>
            </div>
          </li>
          <li>
            {t('leaflet.step-2')}
            <div className="console-sheet__code">
              <Bidi long>{code}</Bidi>
            </div>
          </li>
          <li>{t('leaflet.step-3', { team: team.name })}</li>
        </ol>
        <h3>{t('leaflet.choice')}</h3>
        <p>{t('leaflet.choice-text')}</p>
        {team.openingHours && (
          <>
            <h3>{t('leaflet.hours')}</h3>
            <p>{team.openingHours}</p>
          </>
        )}
      </article>
    </Page>
  );
}
