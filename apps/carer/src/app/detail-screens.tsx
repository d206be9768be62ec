import { useParams } from 'react-router';
import { PlanPage } from '../features/plan/plan-page.tsx';
import { EntryPage } from '../features/record/entry-page.tsx';
import { WhoLookedPage } from '../features/who-looked/who-looked-page.tsx';
import { usePlace } from './person-layout.tsx';

export function PlanScreen() {
  const { person, name, path } = usePlace();
  return <PlanPage record={person.id} name={name} path={path} />;
}

export function EntryScreen() {
  const { person, name, path } = usePlace();
  const { entry = '' } = useParams();
  return <EntryPage key={entry} record={person.id} entry={entry} name={name} path={path} />;
}

export function WhoLookedScreen() {
  const { person, name, path } = usePlace();
  return <WhoLookedPage record={person.id} name={name} path={path} />;
}
