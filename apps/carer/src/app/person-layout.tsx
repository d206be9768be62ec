import type { ReactNode } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { type PersonPlace, PersonScreen } from '../features/person/person-screen.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { CarerShell } from './carer-shell.tsx';
import { type CarerPlace, useCarerPlace } from './session-gate.tsx';

type Place = PersonPlace & CarerPlace;

/** Whose screens these are, and who looks. */
export function usePlace(): Place {
  return useOutletContext<Place>();
}

/** The frame of one person's screens. */
export function PersonLayout() {
  const { record = '' } = useParams();
  const carer = useCarerPlace();
  const { nodes, pageInfo } = carer.viewer.caresFor;
  const frame = (strip: ReactNode, screen: ReactNode) => (
    <CarerShell signedIn strip={strip}>
      {screen}
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
  return <TodayPage name={name} path={path} parts={parts} hasDied={person.hasDied} />;
}
