import type { DateParts, PrivacyLabelName } from '@heldwell/ui';
import { useState } from 'react';
import { Outlet, useOutletContext } from 'react-router';
import type { PersonValues } from '../../person-match/person-match.ts';
import { type DeskPlace, useDeskPlace } from './desk-layout.tsx';

/** Whose record, which team, and what the court ordered. */
export type CourtOrderSaid = {
  person: PersonValues;
  team: { id: string; name: string };
  labels: PrivacyLabelName[];
  reference: string;
  end: DateParts | null;
  reason: string;
};

/** What was said so far. It is in no address and in no store: it names a person. */
export interface CourtOrderPlace extends DeskPlace {
  here: string;
  /** Sent again after a lost answer, it is the same order. */
  id: string;
  said: CourtOrderSaid | undefined;
  say: (said: CourtOrderSaid) => void;
}

/** What was answered in the step before. */
export function useCourtOrderPlace(): CourtOrderPlace {
  return useOutletContext<CourtOrderPlace>();
}

/** The two steps before access is given: what was ordered, then all of it once more. */
export function CourtOrderFlow() {
  const desk = useDeskPlace();
  const [said, setSaid] = useState<CourtOrderSaid>();
  const [id] = useState(() => crypto.randomUUID());
  const here = `${desk.path}/court-orders/new`;
  return <Outlet context={{ ...desk, here, id, said, say: setSaid } satisfies CourtOrderPlace} />;
}
