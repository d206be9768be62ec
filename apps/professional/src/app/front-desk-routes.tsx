import { Loading } from '@heldwell/ui';
import { type ComponentType, lazy, Suspense } from 'react';
import { Outlet, Route, useOutletContext, useParams } from 'react-router';
import { useRecordPlace } from '../features/record/record-layout.tsx';
import { useTeamPlace } from './team-layout.tsx';

const screens = () => import('./front-desk-screens.ts');

type Screens = Awaited<ReturnType<typeof screens>>;

/** One of the screens, from a script of their own. */
function late<Name extends keyof Screens>(name: Name): Screens[Name] {
  return lazy(async () => ({
    default: (await screens())[name] as ComponentType,
  })) as unknown as Screens[Name];
}

const RegisterFlow = late('RegisterFlow');
const WaitingPage = late('WaitingPage');
const BulkPage = late('BulkPage');
const ofTeamPages = {
  matches: late('MatchesPage'),
  match: late('MatchPage'),
  closed: late('ClosedPage'),
  reopen: late('ReopenPage'),
};
const NamePage = late('NamePage');
const BirthDatePage = late('BirthDatePage');
const NhsNumberPage = late('NhsNumberPage');
const ContactPage = late('ContactPage');
const NeedsPage = late('NeedsPage');
const DocumentsPage = late('DocumentsPage');
const RegisterCheckPage = late('RegisterCheckPage');
const RegisteredPage = late('RegisteredPage');

function Late() {
  const context = useOutletContext();
  return (
    <Suspense fallback={<Loading />}>
      <Outlet context={context} />
    </Suspense>
  );
}

function RegisterScreens() {
  const { team } = useTeamPlace();
  return <RegisterFlow key={team.id} team={team} />;
}

function WaitingScreen() {
  return <WaitingPage team={useTeamPlace().team} />;
}

function OfTeamScreen({ of }: { of: keyof typeof ofTeamPages }) {
  const { team } = useTeamPlace();
  const Shown = ofTeamPages[of];
  return <Shown key={team.id} team={team} />;
}

function BulkScreen() {
  const { team } = useTeamPlace();
  return <BulkPage key={team.id} team={team} />;
}

const joiningPages = {
  joining: late('JoiningPage'),
  email: late('InviteByEmailPage'),
  letter: late('LetterPage'),
  vouch: late('VouchPage'),
  died: late('DiedPage'),
  diedCheck: late('DiedCheckPage'),
  lives: late('LivesPage'),
  close: late('ClosePage'),
  closeCheck: late('CloseCheckPage'),
};

function JoiningScreen({ of }: { of: keyof typeof joiningPages }) {
  const { team = '' } = useParams();
  const place = useRecordPlace();
  const JoiningPage = joiningPages[of];
  return (
    <Suspense fallback={<Loading />}>
      <JoiningPage key={place.record.id} {...place} team={team} />
    </Suspense>
  );
}

/** Where staff register people, one or many. */
export const frontDeskRoutes = (
  <Route element={<Late />}>
    <Route path="patients/register" element={<RegisterScreens />}>
      <Route index element={<NamePage />} />
      <Route path="birth-date" element={<BirthDatePage />} />
      <Route path="nhs-number" element={<NhsNumberPage />} />
      <Route path="contact" element={<ContactPage />} />
      <Route path="needs" element={<NeedsPage />} />
      <Route path="documents" element={<DocumentsPage />} />
      <Route path="check" element={<RegisterCheckPage />} />
      <Route path="done/:registration" element={<RegisteredPage />} />
    </Route>
    <Route path="patients/waiting" element={<WaitingScreen />} />
    <Route path="patients/many" element={<BulkScreen />} />
    <Route path="patients/matches" element={<OfTeamScreen of="matches" />} />
    <Route path="patients/matches/:match" element={<OfTeamScreen of="match" />} />
    <Route path="patients/closed" element={<OfTeamScreen of="closed" />} />
    <Route path="patients/closed/:closed" element={<OfTeamScreen of="reopen" />} />
  </Route>
);

/** How a patient takes their record up, and how staff help. */
export const joiningRoutes = (
  <>
    <Route path="joining" element={<JoiningScreen of="joining" />} />
    <Route path="joining/email" element={<JoiningScreen of="email" />} />
    <Route path="joining/letter" element={<JoiningScreen of="letter" />} />
    <Route path="joining/vouch" element={<JoiningScreen of="vouch" />} />
    <Route path="joining/died" element={<JoiningScreen of="died" />} />
    <Route path="joining/died/check" element={<JoiningScreen of="diedCheck" />} />
    <Route path="joining/lives" element={<JoiningScreen of="lives" />} />
    <Route path="joining/close" element={<JoiningScreen of="close" />} />
    <Route path="joining/close/check" element={<JoiningScreen of="closeCheck" />} />
  </>
);
