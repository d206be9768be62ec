import { Loading } from '@heldwell/ui';
import { useT } from '@heldwell/ui/i18n';
import { kindOfPath } from '@heldwell/views';
import { lazy, type ReactNode, Suspense } from 'react';
import { Route, Routes, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import { AskMorePage } from '../features/ask-access/ask-more-page.tsx';
import { AskPage } from '../features/ask-access/ask-page.tsx';
import { CaseloadPage } from '../features/caseload/caseload-page.tsx';
import { ConfirmPage } from '../features/emergency/confirm-page.tsx';
import { EmergencyFlow } from '../features/emergency/emergency-flow.tsx';
import { WhoPage } from '../features/emergency/who-page.tsx';
import { WhyPage } from '../features/emergency/why-page.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { DetailsPage } from '../features/record/details-page.tsx';
import { EntryPage } from '../features/record/entry-page.tsx';
import { KindPage } from '../features/record/kind-page.tsx';
import { KindsPage } from '../features/record/kinds-page.tsx';
import { RecordLayout, useRecordPlace } from '../features/record/record-layout.tsx';
import { ResultsPage } from '../features/record/results-page.tsx';
import { SummaryPage } from '../features/record/summary-page.tsx';
import { ThreadsPage } from '../features/record/threads-page.tsx';
import { TimelinePage } from '../features/record/timeline-page.tsx';
import { SignInPage } from '../features/sign-in/sign-in-page.tsx';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { ThreadPage } from '../features/thread/thread-page.tsx';
import { AccountLinks } from './account-links.tsx';
import messages from './app.messages.json';
import { ConsoleShell } from './console-shell.tsx';
import { dischargeRoutes } from './discharge-routes.tsx';
import { frontDeskRoutes, joiningRoutes } from './front-desk-routes.tsx';
import { NoticesScreen } from './notices-screen.tsx';
import { organisationRoutes, StaffInvitationScreen, teamSettingsRoutes } from './organisation-routes.tsx';
import { privacyRoutes } from './privacy-routes.tsx';
import { openSecurityRoutes, securityRoutes } from './security-routes.tsx';
import { SessionGate, type SignInState } from './session-gate.tsx';
import { SharedScreen, SharedScreens } from './shared-screens.tsx';
import { NotFoundPage, TeamLayout, useTeamPlace } from './team-layout.tsx';
import { TeamsPage } from './teams-page.tsx';

const OrganisationPage = lazy(async () => ({
  default: (await import('../features/sign-in/organisation-page.tsx')).OrganisationPage,
}));
const ProblemPage = lazy(async () => ({
  default: (await import('../features/sign-in/problem-page.tsx')).ProblemPage,
}));
const ElsewherePage = lazy(async () => ({
  default: (await import('../features/sign-in/elsewhere-page.tsx')).ElsewherePage,
}));

function SignInScreen() {
  const navigate = useNavigate();
  const { from, ended } = (useLocation().state ?? {}) as Partial<SignInState>;
  return (
    <ConsoleShell>
      <SignInPage ended={ended ?? false} onSignedIn={() => navigate(from ?? '/', { replace: true })} />
    </ConsoleShell>
  );
}

const later = (page: ReactNode) => (
  <ConsoleShell>
    <Suspense fallback={<Loading />}>{page}</Suspense>
  </ConsoleShell>
);

function InboxScreen() {
  const { team } = useTeamPlace();
  return <InboxPage team={team.id} teamName={team.name} />;
}

function ElsewhereScreen() {
  const viewer = useOutletContext<ProfessionalViewer>();
  return (
    <ConsoleShell account={<AccountLinks viewer={viewer} />}>
      <Suspense fallback={<Loading />}>
        <ElsewherePage organisations={viewer.teams.map(({ organisation }) => organisation.name)} />
      </Suspense>
    </ConsoleShell>
  );
}

function InboxThreadScreen() {
  const t = useT(messages);
  const { team } = useTeamPlace();
  const { thread = '' } = useParams();
  return (
    <ThreadPage
      thread={thread}
      section={t('app.inbox')}
      back={{ to: `/teams/${team.id}/inbox`, label: t('app.back-to-inbox') }}
      recordTo={(record) => `/teams/${team.id}/patients/${record}`}
    />
  );
}

function CaseloadScreen() {
  const { viewer, team } = useTeamPlace();
  const coordinates = team.viewerRole === 'COORDINATOR';
  const administers = viewer.administers.some(({ id }) => id === team.organisation.id);
  const leads = coordinates || team.viewerRole === 'MANAGER' || administers;
  return <CaseloadPage team={team.id} teamName={team.name} coordinates={coordinates} leads={leads} />;
}

function AskScreen() {
  const { team } = useTeamPlace();
  return <AskPage key={team.id} team={team} />;
}

function EmergencyScreen() {
  const { team } = useTeamPlace();
  return <EmergencyFlow key={team.id} team={team} />;
}

/** A record of a team's screens, or of none. */
function RecordScreen() {
  const { team, record = '' } = useParams();
  return <RecordLayout key={record} team={team} id={record} />;
}

function KindScreen() {
  const kind = kindOfPath(useParams().kind ?? '');
  return kind ? <KindPage key={kind} kind={kind} /> : <NotFoundPage />;
}

function RecordThreadScreen() {
  const t = useT(messages);
  const { path, name } = useRecordPlace();
  const { thread = '' } = useParams();
  const back = { to: `${path}/messages`, label: t('app.back-to-messages') };
  return <ThreadPage thread={thread} section={name} back={back} />;
}

function AskMoreScreen() {
  return <AskMorePage {...useRecordPlace()} />;
}

function EntryScreen() {
  const { entry = '' } = useParams();
  return <EntryPage key={entry} entry={entry} />;
}

/** Hardly anybody needs it: its script is loaded with it. */
const InvitationPage = lazy(async () => ({
  default: (await import('../features/invitation/invitation-page.tsx')).InvitationPage,
}));

function InvitationScreen() {
  const { code = '' } = useParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <ConsoleShell>
      <Suspense fallback={<Loading />}>
        <InvitationPage
          key={code}
          code={code}
          onAccepted={() => navigate('/shared', { replace: true })}
          onSignIn={() =>
            navigate('/sign-in', { state: { from: pathname, ended: false } satisfies SignInState })
          }
        />
      </Suspense>
    </ConsoleShell>
  );
}

/** The parts of a record, whoever it is shared with. */
const recordPages = (
  <>
    <Route index element={<SummaryPage />} />
    <Route path="timeline" element={<TimelinePage />} />
    <Route path="results" element={<ResultsPage />} />
    <Route path="kinds" element={<KindsPage />} />
    <Route path="kinds/:kind" element={<KindScreen />} />
    <Route path="messages" element={<ThreadsPage />} />
    <Route path="messages/:thread" element={<RecordThreadScreen />} />
    <Route path="details" element={<DetailsPage />} />
    <Route path="ask" element={<AskMoreScreen />} />
    <Route path="entries/:entry" element={<EntryScreen />} />
  </>
);

/** Every address of the console and what is shown there. */
export const routeElements = (
  <>
    <Route path="sign-in" element={<SignInScreen />} />
    {openSecurityRoutes}
    <Route path="invitation/:code" element={<InvitationScreen />} />
    <Route path="staff-invitation/:code" element={<StaffInvitationScreen />} />
    <Route path="sign-in/organisation" element={later(<OrganisationPage />)} />
    <Route path="sign-in/problem/:why" element={later(<ProblemPage />)} />
    <Route element={<SessionGate />}>
      <Route index element={<TeamsPage />} />
      <Route path="notices" element={<NoticesScreen />} />
      <Route path="sign-in-elsewhere" element={<ElsewhereScreen />} />
      {securityRoutes}
      {privacyRoutes}
      {organisationRoutes}
      <Route path="shared" element={<SharedScreens />}>
        <Route index element={<SharedScreen />} />
        <Route path=":record" element={<RecordScreen />}>
          {recordPages}
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route path="teams/:team" element={<TeamLayout />}>
        <Route path="inbox" element={<InboxScreen />} />
        <Route path="inbox/:thread" element={<InboxThreadScreen />} />
        <Route path="patients" element={<CaseloadScreen />} />
        {teamSettingsRoutes}
        {frontDeskRoutes}
        <Route path="patients/ask" element={<AskScreen />} />
        <Route path="patients/emergency" element={<EmergencyScreen />}>
          <Route index element={<WhoPage />} />
          <Route path="why" element={<WhyPage />} />
          <Route path="confirm" element={<ConfirmPage />} />
        </Route>
        <Route path="patients/:record" element={<RecordScreen />}>
          {recordPages}
          {joiningRoutes}
          {dischargeRoutes}
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route path="*" element={<TeamsPage />} />
    </Route>
  </>
);

/** Shows what is at the address. */
export function AppRoutes() {
  return <Routes>{routeElements}</Routes>;
}
