import { useState } from 'react';
import { Navigate, Outlet, useOutletContext } from 'react-router';
import type { PersonValues } from '../../person-match/person-match.ts';

/** Why a record must be opened now, by the choices of the form. */
export const emergencyReasons = ['LIFE', 'HARM', 'CANNOT_SAY', 'OTHER'] as const;

/** One of the choices, and what has happened in words. */
export type EmergencyWhy = { reason: (typeof emergencyReasons)[number]; words: string };

/** What was said so far. It is in no address and in no store: it names a person. */
export interface EmergencyPlace {
  team: { id: string; name: string };
  /** Where the first question is; the others are below it. */
  path: string;
  patients: string;
  person: PersonValues | undefined;
  why: EmergencyWhy | undefined;
  say: (part: { person?: PersonValues; why?: EmergencyWhy }) => void;
}

/** What was answered in the questions before this one. */
export function useEmergencyPlace(): EmergencyPlace {
  return useOutletContext<EmergencyPlace>();
}

/** The three questions before a record opens in an emergency, each on a page of its own. */
export function EmergencyFlow({ team }: { team: EmergencyPlace['team'] }) {
  const [said, setSaid] = useState<{ person?: PersonValues; why?: EmergencyWhy }>({});
  const patients = `/teams/${team.id}/patients`;
  const place: EmergencyPlace = {
    team,
    path: `${patients}/emergency`,
    patients,
    person: said.person,
    why: said.why,
    say: (part) => setSaid((before) => ({ ...before, ...part })),
  };
  return <Outlet context={place} />;
}

/** Whoever comes to a later question without the first begins at the beginning. */
export function BackToFirstQuestion() {
  const { path } = useEmergencyPlace();
  return <Navigate to={path} replace />;
}
