import { useRef } from 'react';
import { useFormat } from '../formatting/index.ts';
import { useKitText } from '../text.ts';
import { placeOnRange, standingOf } from './place-on-range.ts';
import { useWidth } from './use-width.ts';

export interface NumberLineProps {
  value: number;
  /** The value as its source wrote it, where the digits matter ("5.40"). */
  shown?: string;
  unit?: string | null;
  /** The usual range its source gave; an end may be missing. */
  low?: number | null;
  high?: number | null;
}

/** The sentence of the line: "5.4 mmol/L is in the usual range of 3.5 to 5.3 mmol/L." */
export function useRangeSentence(): (result: NumberLineProps) => string {
  const t = useKitText();
  const format = useFormat();
  return ({ value, shown, unit, low, high }) => {
    const standing = standingOf(value, low, high);
    if (standing === 'unknown') return t('ui.line-no-range');
    const words = {
      value: format.quantity({ value: shown ?? value, unit }),
      range: format.range({ low, high, unit }),
    };
    return t(`ui.line-${standing}`, words);
  };
}

const lineY = 46;

/** Keeps a text inside the drawing whatever end it stands at. */
const anchorAt = (fraction: number) => (fraction < 0.2 ? 'start' : fraction > 0.8 ? 'end' : 'middle');

/** A value on its usual range, and the same in words. The drawing adds nothing the sentence does not say. */
export function NumberLine(props: NumberLineProps) {
  const { value, shown, unit, low, high } = props;
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box, 400);
  const format = useFormat();
  const sentence = useRangeSentence()(props);
  const place = placeOnRange(value, low, high);
  if (!place) return <p>{sentence}</p>;
  const x = (fraction: number) => Math.round(fraction * width);
  const outside = standingOf(value, low, high) !== 'within';
  return (
    <div className="hw-number-line" ref={box}>
      <p>{sentence}</p>
      <svg viewBox={`0 0 ${width} 84`} direction="ltr" aria-hidden="true" focusable="false">
        <line className="hw-line-track" x1="0" x2={width} y1={lineY} y2={lineY} />
        <rect
          className="hw-line-range"
          x={x(place.low)}
          width={x(place.high) - x(place.low)}
          y={lineY - 8}
          height="16"
          rx="2"
        />
        <path className="hw-line-value" d={outside ? diamond(x(place.value)) : circle(x(place.value))} />
        <text
          className="hw-line-text hw-line-text--strong"
          x={x(place.value)}
          y="18"
          textAnchor={anchorAt(place.value)}
        >
          {format.quantity({ value: shown ?? value, unit })}
        </text>
        {low != null && (
          <text className="hw-line-text" x={x(place.low)} y="76" textAnchor="middle">
            {low}
          </text>
        )}
        {high != null && (
          <text className="hw-line-text" x={x(place.high)} y="76" textAnchor="middle">
            {high}
          </text>
        )}
      </svg>
    </div>
  );
}

const circle = (x: number) => `M${x - 9} ${lineY}a9 9 0 1 0 18 0a9 9 0 1 0 -18 0z`;
const diamond = (x: number) => `M${x} ${lineY - 12}l12 12-12 12-12-12z`;
