import { kindOfPath } from '@heldwell/views';
import { useNavigate, useParams } from 'react-router';
import { AccessPage } from '../features/access/access-page.tsx';
import { AskPage } from '../features/access/ask-page.tsx';
import { LeavePage } from '../features/access/leave-page.tsx';
import { DiaryPage } from '../features/diary/diary-page.tsx';
import { MessagesPage } from '../features/messages/messages-page.tsx';
import { ThreadPage } from '../features/messages/thread-page.tsx';
import { KindPage } from '../features/record/kind-page.tsx';
import { KindsPage } from '../features/record/kinds-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { usePlace } from './person-layout.tsx';

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

export function AccessScreen() {
  const { person, name, path } = usePlace();
  return <AccessPage record={person.id} name={name} path={path} />;
}

export function AskScreen() {
  const { person, name, path } = usePlace();
  return <AskPage record={person.id} name={name} path={path} />;
}

export function LeaveScreen() {
  const { person, name, path, query } = usePlace();
  const navigate = useNavigate();
  const leave = () => {
    query.refresh();
    void navigate('/', { replace: true, state: { left: name } });
  };
  return <LeavePage record={person.id} name={name} path={path} onLeft={leave} />;
}
