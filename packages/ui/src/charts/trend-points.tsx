import { type KeyboardEvent, useRef, useState } from 'react';
import { standingOf } from '../health/place-on-range.ts';
import type { PlacedPoint } from './geometry.ts';
import { type Trend, usePointSentence } from './trend-summary.ts';

interface TrendPointsProps {
  trend: Trend;
  points: PlacedPoint[];
  /** Tells which point has focus or the pointer, or that none has. */
  onSay: (sentence: string) => void;
}

const steps: Record<string, (from: number, last: number) => number> = {
  ArrowRight: (from, last) => Math.min(from + 1, last),
  ArrowUp: (from, last) => Math.min(from + 1, last),
  ArrowLeft: (from) => Math.max(from - 1, 0),
  ArrowDown: (from) => Math.max(from - 1, 0),
  Home: () => 0,
  End: (_from, last) => last,
};

/** The points of a trend: one stop of the Tab key, arrow keys move between them, each says itself. */
export function TrendPoints({ trend, points, onSay }: TrendPointsProps) {
  const last = points.length - 1;
  const [at, setAt] = useState(last);
  const group = useRef<SVGGElement>(null);
  const sentenceOf = usePointSentence(trend);
  const current = Math.min(at, last);
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(current, last);
    setAt(next);
    (group.current?.children[next] as SVGElement | undefined)?.focus();
  };
  return (
    <g ref={group}>
      {points.map((point, index) => {
        const sentence = sentenceOf(point);
        const outside = ['below', 'above'].includes(standingOf(point.value, trend.low, trend.high));
        return (
          // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a point is a picture one can walk to
          <g
            key={point.id}
            className="hw-chart__target"
            role="img"
            aria-label={sentence}
            tabIndex={index === current ? 0 : -1}
            onKeyDown={press}
            onFocus={() => {
              setAt(index);
              onSay(sentence);
            }}
            onMouseEnter={() => onSay(sentence)}
          >
            <circle className="hw-chart__ring" cx={point.x} cy={point.y} r="12" />
            {outside ? (
              <path
                className="hw-chart__point hw-chart__point--outside"
                d={`M${point.x} ${point.y - 7}l7 7-7 7-7-7z`}
              />
            ) : (
              <circle className="hw-chart__point" cx={point.x} cy={point.y} r="5" />
            )}
          </g>
        );
      })}
    </g>
  );
}
