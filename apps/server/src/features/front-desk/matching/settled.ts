import type { ActingFor } from '../acting-for.ts';
import type { DeskRefusal } from '../take-up.ts';
import type { MatchOutcome } from './match.type.ts';

export type Settled = { is: 'SETTLED'; outcome: MatchOutcome } | { is: 'REFUSED'; why: DeskRefusal };

/** A case and what its staff say of it. */
export interface ToSettle {
  /** Row of the case, and the record it is about. */
  id: string;
  patient: string;
  samePerson: boolean;
  by: ActingFor;
}

/** What was settled, and whose open pages it changes. */
export interface Done {
  settled: Settled;
  /** The claimant's own record, where they have one. */
  claimant: string | null;
  /** Whether it was settled now, and not by this same person before. */
  now: boolean;
}

/** What somebody settled before: told to them again, and to others that it is done. */
export const settledBefore = (
  { outcome, settled_by_person }: { outcome: MatchOutcome | null; settled_by_person: string | null },
  { samePerson, by }: ToSettle,
): Settled =>
  outcome && settled_by_person === by.personId && samePerson === (outcome !== 'NOT_SAME')
    ? { is: 'SETTLED', outcome }
    : { is: 'REFUSED', why: 'ALREADY' };
