import { Loading } from '@heldwell/ui';
import { type ComponentType, lazy, Suspense } from 'react';
import { Outlet, Route, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { ProfessionalViewer } from '../features/teams/teams-documents.ts';
import { AccountLinks } from './account-links.tsx';
import { ConsoleShell } from './console-shell.tsx';
import { useOfficesNav } from './offices-nav.ts';
import type { SignInState } from './session-gate.tsx';
import { NotFoundPage, useTeamPlace } from './team-layout.tsx';

const screens = () => import('./organisation-screens.ts');

type Screens = Awaited<ReturnType<typeof screens>>;

/** One of the screens, from a script of their own that few people need. */
function late<Name extends keyof Screens>(name: Name): Screens[Name] {
  return lazy(async () => ({
    default: (await screens())[name] as ComponentType,
  })) as unknown as Screens[Name];
}

const OrganisationsPage = late('OrganisationsPage');
const OrganisationLayout = late('OrganisationLayout');
const StaffTeamLayout = late('StaffTeamLayout');
const AcceptStaffPage = late('AcceptStaffPage');
const OrganisationTeamsPage = late('OrganisationTeamsPage');
const NewTeamPage = late('NewTeamPage');
const BrandPage = late('BrandPage');
const OrganisationPeoplePage = late('OrganisationPeoplePage');
const NewOfficerPage = late('NewOfficerPage');
const OrganisationHistoryPage = late('OrganisationHistoryPage');
const TeamSettingsPage = late('TeamSettingsPage');
const ChangeTeamPage = late('ChangeTeamPage');
const JoinCodePage = late('JoinCodePage');
const LeafletPage = late('LeafletPage');
const InviteStaffPage = late('InviteStaffPage');
const MemberPage = late('MemberPage');
const TeamHistoryPage = late('TeamHistoryPage');

function OrganisationScreens() {
  const viewer = useOutletContext<ProfessionalViewer>();
  return (
    <ConsoleShell nav={useOfficesNav(viewer)} account={<AccountLinks viewer={viewer} />}>
      <Suspense fallback={<Loading />}>
        <Outlet context={viewer} />
      </Suspense>
    </ConsoleShell>
  );
}

function ChooseOrganisation() {
  return <OrganisationsPage organisations={useOutletContext<ProfessionalViewer>().administers} />;
}

function OneOrganisation() {
  const { administers } = useOutletContext<ProfessionalViewer>();
  const { organisation: id } = useParams();
  const organisation = administers.find((one) => one.id === id);
  return organisation ? <OrganisationLayout organisation={organisation} /> : <NotFoundPage />;
}

function TeamOfOrganisation() {
  const { organisation = '', team = '' } = useParams();
  return <StaffTeamLayout key={team} id={team} path={`/organisation/${organisation}/teams/${team}`} />;
}

function OwnTeamSettings() {
  const { team } = useTeamPlace();
  return (
    <Suspense fallback={<Loading />}>
      <StaffTeamLayout key={team.id} id={team.id} path={`/teams/${team.id}/settings`} />
    </Suspense>
  );
}

/** Where the link of an invitation of staff leads. */
export function StaffInvitationScreen() {
  const { code = '' } = useParams();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const signIn = () =>
    navigate('/sign-in', { state: { from: pathname, ended: false } satisfies SignInState });
  return (
    <ConsoleShell>
      <Suspense fallback={<Loading />}>
        <AcceptStaffPage key={code} code={code} onSignIn={() => void signIn()} />
      </Suspense>
    </ConsoleShell>
  );
}

const settings = (
  <>
    <Route index element={<TeamSettingsPage />} />
    <Route path="change" element={<ChangeTeamPage />} />
    <Route path="join" element={<JoinCodePage />} />
    <Route path="leaflet" element={<LeafletPage />} />
    <Route path="invite" element={<InviteStaffPage />} />
    <Route path="people/:person" element={<MemberPage />} />
    <Route path="history" element={<TeamHistoryPage />} />
    <Route path="*" element={<NotFoundPage />} />
  </>
);

/** The settings of a team, for its coordinators. */
export const teamSettingsRoutes = (
  <Route path="settings" element={<OwnTeamSettings />}>
    {settings}
  </Route>
);

/** The addresses of an administrator. */
export const organisationRoutes = (
  <Route path="organisation" element={<OrganisationScreens />}>
    <Route index element={<ChooseOrganisation />} />
    <Route path=":organisation" element={<OneOrganisation />}>
      <Route path="teams" element={<OrganisationTeamsPage />} />
      <Route path="teams/new" element={<NewTeamPage />} />
      <Route path="teams/:team" element={<TeamOfOrganisation />}>
        {settings}
      </Route>
      <Route path="brand" element={<BrandPage />} />
      <Route path="people" element={<OrganisationPeoplePage />} />
      <Route path="people/new" element={<NewOfficerPage />} />
      <Route path="history" element={<OrganisationHistoryPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Route>
  </Route>
);
