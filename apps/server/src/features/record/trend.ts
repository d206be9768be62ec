import { positionOf, type Range } from './range-position.ts';
import type { Trend, TrendLine, TrendPoint } from './trend.type.ts';

interface Measured {
  value?: { number: number; unit?: string | null } | null;
  range?: Range | null;
}
interface Component extends Measured {
  title: string;
}
type RawPoint = [
  id: string,
  at: string,
  value: number | null,
  range: Range | null,
  components: Component[] | null,
];

/** What the statement brings for a trend: the entry asked for, and the values of its code, oldest first. */
export interface RawTrend {
  patient: string;
  headline: { title: string };
  detail: Measured & { components?: Component[] };
  points: RawPoint[];
}

/** Most points a graph needs; more are thinned evenly, the first and last kept. */
export const MOST_POINTS = 1_000;

/** The lines of a trend: one of the value itself, else one for each part (both pressures of a blood pressure). */
export function trendOf(raw: RawTrend, idOf: (row: string) => string): Trend | null {
  const lines = raw.points.some((point) => point[2] !== null)
    ? [
        lineOf(
          raw.headline.title,
          raw.points.map((point) => ({ point, measured: ownValue(point) })),
          idOf,
        ),
      ]
    : componentLines(raw, idOf);
  if (lines.every((line) => line.points.length === 0)) return null;
  const first = raw.detail.components?.find((component) => component.value);
  return {
    title: raw.headline.title,
    unit: raw.detail.value?.unit ?? first?.value?.unit ?? null,
    range: (raw.detail.range as Trend['range']) ?? null,
    lines,
  };
}

interface Sample {
  point: RawPoint;
  measured: Measured | undefined;
}

const ownValue = (point: RawPoint): Measured | undefined =>
  point[2] === null ? undefined : { value: { number: point[2] }, range: point[3] };

function componentLines(raw: RawTrend, idOf: (row: string) => string): TrendLine[] {
  const titles = new Set(raw.points.flatMap((point) => point[4]?.map((component) => component.title) ?? []));
  return [...titles].map((title) => {
    const samples = raw.points.map((point) => ({
      point,
      measured: point[4]?.find((component) => component.title === title),
    }));
    return lineOf(title, samples, idOf);
  });
}

function lineOf(title: string, samples: readonly Sample[], idOf: (row: string) => string): TrendLine {
  const points = samples.flatMap(({ point, measured }): TrendPoint[] => {
    const number = measured?.value?.number;
    if (number === undefined || number === null) return [];
    return [
      { entry: idOf(point[0]), at: point[1], value: number, position: positionOf(number, measured?.range) },
    ];
  });
  return { title, points: thinned(points) };
}

/** Keeps the first, the last and evenly chosen ones between. */
export function thinned<T>(points: readonly T[], most = MOST_POINTS): T[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as T);
}
