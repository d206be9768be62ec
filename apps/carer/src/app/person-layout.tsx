import type { ReactNode } from 'react';
import { Outlet, useOutletContext, useParams } from 'react-router';
import { type PersonPlace, PersonScreen } from '../features/person/person-screen.tsx';
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
