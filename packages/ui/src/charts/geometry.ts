import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** One measured point of a trend. */
export interface TrendPoint {
  id: string;
  /** An ISO date or instant. */
  at: string;
  value: number;
  /** The value as its source wrote it. */
  shown?: string;
}

/** The drawing's size in CSS pixels and its edges. */
export const frame = { height: 260, top: 16, right: 16, bottom: 36, left: 52 };

/** Below this width a drawing names only the first and the last month. */
export const narrowest = 420;

/** A point where it is drawn. */
export interface PlacedPoint extends TrendPoint {
  x: number;
  y: number;
}

/** Everything the drawing needs, in pixels. */
export interface TrendGeometry {
  points: PlacedPoint[];
  path: string;
  band: { y: number; height: number } | null;
  yTicks: { y: number; label: string }[];
  xTicks: { x: number; at: Date }[];
}

interface TrendShape {
  points: readonly TrendPoint[];
  low?: number | null;
  high?: number | null;
  width: number;
}

const instant = (point: TrendPoint) => new Date(point.at).getTime();

/** Oldest first. */
export function inOrder(points: readonly TrendPoint[]): TrendPoint[] {
  return [...points].sort((one, other) => instant(one) - instant(other));
}

function valueScale({ points, low, high }: TrendShape) {
  const values = [...points.map(({ value }) => value), ...[low, high].filter((end) => end != null)];
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = (most - least || Math.abs(most) || 1) * 0.1;
  return scaleLinear()
    .domain([least - room, most + room])
    .range([frame.height - frame.bottom, frame.top])
    .nice(4);
}

/** Lays out a trend of at least one point. An open range reaches the edge of the drawing. */
export function layTrend(shape: TrendShape): TrendGeometry {
  const { low, high, width } = shape;
  const ordered = inOrder(shape.points);
  const times = ordered.map(instant);
  const first = times[0] ?? 0;
  const last = times.at(-1) ?? first;
  const x = scaleLinear().domain(first === last ? [first - 1, last + 1] : [first, last]);
  x.range([frame.left + 10, width - frame.right - 10]);
  const y = valueScale(shape);
  const points = ordered.map((point) => ({ ...point, x: x(instant(point)), y: y(point.value) }));
  const top = high == null ? frame.top : y(high);
  const bottom = low == null ? frame.height - frame.bottom : y(low);
  const many = first === last ? 1 : width < narrowest ? 2 : 4;
  const stops = Array.from(
    { length: many },
    (_, index) => first + ((last - first) * index) / Math.max(1, many - 1),
  );
  return {
    points,
    path:
      line<PlacedPoint>(
        (point) => point.x,
        (point) => point.y,
      )(points) ?? '',
    band: low == null && high == null ? null : { y: top, height: bottom - top },
    yTicks: y.ticks(4).map((tick) => ({ y: y(tick), label: y.tickFormat(4)(tick) })),
    xTicks: stops.map((stop) => ({ x: x(stop), at: new Date(stop) })),
  };
}
