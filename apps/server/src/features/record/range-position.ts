import type { RangePosition } from './entry-enums.ts';

export interface Range {
  low?: number | null;
  high?: number | null;
}

/** Where a number lies in the sender's own range; without one it lies nowhere: a range is never borrowed. */
export function positionOf(
  number: number | null | undefined,
  range: Range | null | undefined,
): RangePosition {
  const low = range?.low ?? null;
  const high = range?.high ?? null;
  if (number === null || number === undefined || (low === null && high === null)) return 'NO_RANGE';
  if (low !== null && number < low) return 'BELOW';
  return high !== null && number > high ? 'ABOVE' : 'WITHIN';
}
