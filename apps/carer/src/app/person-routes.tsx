import { Loading } from '@heldwell/ui';
import { kindOfPath } from '@heldwell/views';
import { lazy, type ReactNode, Suspense } from 'react';
import { Outlet, useNavigate, useOutletContext, useParams } from 'react-router';
import { AccessPage } from '../features/access/access-page.tsx';
import { LeavePage } from '../features/access/leave-page.tsx';
import { DiaryPage } from '../features/diary/diary-page.tsx';
import { MessagesPage } from '../features/messages/messages-page.tsx';
import { ThreadPage } from '../features/messages/thread-page.tsx';
import { type PersonPlace, PersonScreen } from '../features/person/person-screen.tsx';
import { KindPage } from '../features/record/kind-page.tsx';
import { KindsPage } from '../features/record/kinds-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { CarerShell } from './carer-shell.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { type CarerPlace, useCarerPlace } from './session-gate.tsx';

const EntryPage = lazy(() => import('../features/record/entry-page.tsx'));
const PlanPage = lazy(() => import('../features/plan/plan-page.tsx'));

type Place = PersonPlace & CarerPlace;

const usePlace = () => useOutletContext<Place>();

/** The frame of one person's screens. */
export function PersonLayout() {
  const { record = '' } = useParams();
  const carer = useCarerPlace();
  const { nodes, pageInfo } = carer.viewer.caresFor;
  const frame = (strip: ReactNode, screen: ReactNode) => (
    <CarerShell signedIn strip={strip}>
      <Suspense fallback={<Loading />}>{screen}</Suspense>
    </CarerShell>
  );
  return (
    <PersonScreen key={record} id={record} hasOthers={nodes.length > 1 || pageInfo.hasNextPage} frame={frame}>
      {(place) => <Outlet context={{ ...carer, ...place } satisfies Place} />}
    </PersonScreen>
  );
}

export function TodayScreen() {
  const { person, name, path } = usePlace();
  const { upcomingAppointments, entryCounts, threads, viewerMayMessage, unreadThreadCount } = person;
  const [next] = upcomingAppointments;
  const kinds = entryCounts.map(({ kind }) => kind);
  const parts = {
    ...(next && { appointment: { title: next.title, summary: next.summary, when: next } }),
    ...((viewerMayMessage || threads.nodes.length > 0) && { messages: { unread: unreadThreadCount } }),
    hasPlan: kinds.includes('CARE_PLAN'),
    hasRecord: kinds.length > 0,
  };
  return <TodayPage name={name} path={path} parts={parts} />;
}

export function MessagesScreen() {
  const { person, name, path, viewer } = usePlace();
  const ownName = `${viewer.person.givenName} ${viewer.person.familyName}`;
  return <MessagesPage record={person.id} name={name} path={path} ownName={ownName} />;
}

export function ThreadScreen() {
  const { person, name, path } = usePlace();
  const { thread = '' } = useParams();
  return <ThreadPage key={thread} thread={thread} record={person.id} name={name} path={path} />;
}

export function DiaryScreen() {
  const { person, name, path } = usePlace();
  return <DiaryPage record={person.id} name={name} path={path} />;
}

export function PlanScreen() {
  const { person, name, path } = usePlace();
  return <PlanPage record={person.id} name={name} path={path} />;
}

export function KindsScreen() {
  const { person, name, path } = usePlace();
  return <KindsPage counts={person.entryCounts} name={name} path={path} />;
}

export function KindScreen() {
  const { person, name, path } = usePlace();
  const kind = kindOfPath(useParams().kind ?? '');
  if (!kind) return <NotFoundPage />;
  return <KindPage key={kind} record={person.id} kind={kind} name={name} path={path} />;
}

export function EntryScreen() {
  const { person, name, path } = usePlace();
  const { entry = '' } = useParams();
  return <EntryPage key={entry} record={person.id} entry={entry} name={name} path={path} />;
}

export function AccessScreen() {
  const { person, name, path } = usePlace();
  return <AccessPage record={person.id} name={name} path={path} />;
}

export function LeaveScreen() {
  const { person, name, path, query } = usePlace();
  const navigate = useNavigate();
  const leave = () => {
    query.refresh();
    navigate('/', { replace: true, state: { left: name } });
  };
  return <LeavePage record={person.id} name={name} path={path} onLeft={leave} />;
}
