import { Navigate, useLocation } from 'react-router';
import { PeoplePage } from '../features/people/people-page.tsx';
import { TodayPage } from '../features/today/today-page.tsx';
import { usePlace } from './person-layout.tsx';
import { useCarerPlace } from './session-gate.tsx';

/** With one person to care for there is nothing to choose, unless something has to be said first. */
export function PeopleScreen() {
  const { nodes, pageInfo } = useCarerPlace().viewer.caresFor;
  const { left } = (useLocation().state ?? {}) as { left?: string };
  const [only, another] = nodes;
  if (only && !another && !pageInfo.hasNextPage && left === undefined) {
    return <Navigate to={`/people/${only.id}`} replace />;
  }
  return <PeoplePage people={nodes} left={left} />;
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
