import { createHash } from 'node:crypto';
import { type DayOffset, years } from './story-calendar.ts';

/** A value that travels along straight lines between `[years ago, value]` points, with a little wobble. */
export interface Curve {
  /** Names the wobble: two series with different seeds do not move together. */
  seed: string;
  points: ReadonlyArray<readonly [yearsAgo: number, value: number]>;
  /** Largest distance of a value from its line, in the value's unit. */
  wobble?: number;
  decimals?: number;
}

/** Between -1 and 1, the same for the same words; hashing keeps the story free of chance. */
function steadyNoise(words: string): number {
  return createHash('sha1').update(words).digest().readUInt16BE(0) / 32_767.5 - 1;
}

/** The curve's value on a day; days beyond its ends take the nearest end. */
export function valueOn(curve: Curve, on: DayOffset): number {
  const points = [...curve.points]
    .sort((a, b) => b[0] - a[0])
    .map(([ago, value]) => ({ on: -years(ago), value }));
  const after = points.find((point) => point.on >= on) ?? points.at(-1);
  const before = points.findLast((point) => point.on <= on) ?? points[0];
  if (!before || !after) throw new Error(`The curve ${curve.seed} has no points`);
  const share = after.on === before.on ? 0 : (on - before.on) / (after.on - before.on);
  const value = before.value + (after.value - before.value) * share;
  const moved = value + steadyNoise(`${curve.seed} ${on}`) * (curve.wobble ?? 0);
  return Number(moved.toFixed(curve.decimals ?? 0));
}
