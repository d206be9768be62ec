/** Where a value stands to its usual range; "unknown" when no range was given. */
export type Standing = 'below' | 'within' | 'above' | 'unknown';

/** Judges a value against the range its source gave; never against a borrowed one. The ends belong to the range. */
export function standingOf(value: number, low?: number | null, high?: number | null): Standing {
  if (low == null && high == null) return 'unknown';
  if (low != null && value < low) return 'below';
  return high != null && value > high ? 'above' : 'within';
}

/** Fractions (0 to 1) along the drawn line. */
export interface Placement {
  value: number;
  low: number;
  high: number;
}

/**
 * Places a value and its range on a line. With both ends known the range takes the middle; a value far outside
 * stretches the line so that it is never drawn off the end. An open end runs to the end of the line.
 */
export function placeOnRange(value: number, low?: number | null, high?: number | null): Placement | null {
  if (low == null && high == null) return null;
  const span =
    low != null && high != null ? Math.max(high - low, 1e-9) : Math.max(Math.abs(low ?? high ?? 1), 1e-9);
  const from = Math.min((low ?? (high as number) - span) - span * 0.6, value - span * 0.2);
  const to = Math.max((high ?? (low as number) + span) + span * 0.6, value + span * 0.2);
  const at = (point: number) => (point - from) / (to - from);
  return { value: at(value), low: low == null ? 0 : at(low), high: high == null ? 1 : at(high) };
}
