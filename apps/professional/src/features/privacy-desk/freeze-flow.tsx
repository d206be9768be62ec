import { useState } from 'react';
import { Navigate, Outlet, useOutletContext, useParams } from 'react-router';
import type { PersonValues } from '../../person-match/person-match.ts';
import { type DeskPlace, useDeskPlace } from './desk-layout.tsx';
import { type FreezeKind, freezeKinds } from './freeze-words.ts';

/** Whose record, or who, and why. */
export type FreezeSaid = {
  person?: PersonValues;
  somebody?: { id: string; name: string; teams: string };
  reason: string;
};

/** What was said so far. It is in no address and in no store: it names a person. */
export interface FreezePlace extends DeskPlace {
  kind: FreezeKind;
  /** Of the first step; the second is below it. */
  here: string;
  /** Sent again after a lost answer, it is the same freeze. */
  id: string;
  said: FreezeSaid | undefined;
  say: (said: FreezeSaid) => void;
}

/** What was answered in the step before. */
export function useFreezePlace(): FreezePlace {
  return useOutletContext<FreezePlace>();
}

function Steps({ kind }: { kind: FreezeKind }) {
  const desk = useDeskPlace();
  const [said, setSaid] = useState<FreezeSaid>();
  const [id] = useState(() => crypto.randomUUID());
  const here = `${desk.path}/freezes/new/${kind}`;
  return <Outlet context={{ ...desk, kind, here, id, said, say: setSaid } satisfies FreezePlace} />;
}

/** The two steps before something is frozen: who and why, then all of it once more. */
export function FreezeFlow() {
  const { path } = useDeskPlace();
  const asked = useParams().what;
  const kind = freezeKinds.find((each) => each === asked);
  return kind ? <Steps key={kind} kind={kind} /> : <Navigate to={`${path}/freezes`} replace />;
}
