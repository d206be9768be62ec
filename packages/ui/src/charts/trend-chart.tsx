import { useRef, useState } from 'react';
import { Details } from '../content/details.tsx';
import { Table } from '../content/table.tsx';
import { dayKey, useFormat } from '../formatting/index.ts';
import { standingOf } from '../health/place-on-range.ts';
import { useWidth } from '../health/use-width.ts';
import { useT } from '../i18n/index.ts';
import messages from './chart.messages.json';
import { frame, inOrder, layTrend, narrowest, type TrendGeometry } from './geometry.ts';
import { TrendPoints } from './trend-points.tsx';
import { type Trend, useTrendSummary } from './trend-summary.ts';

/**
 * Values over time on their usual range: a sentence, a drawing whose points answer the keyboard, and the same
 * values as a table. Points outside the range are diamonds, so nothing is said by colour alone.
 */
export function TrendChart(trend: Trend) {
  const t = useT(messages);
  const summary = useTrendSummary()(trend);
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box, 640);
  const [said, setSaid] = useState('');
  if (trend.points.length === 0) return null;
  const geometry = layTrend({ ...trend, width });
  return (
    <figure className="hw-chart" ref={box}>
      <figcaption>{summary}</figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG drawing groups its points by role */}
      <svg
        viewBox={`0 0 ${width} ${frame.height}`}
        height={frame.height}
        direction="ltr"
        role="group"
        aria-label={t('chart.points', { name: trend.name })}
      >
        <Axes geometry={geometry} width={width} />
        <TrendPoints trend={trend} points={geometry.points} onSay={setSaid} />
      </svg>
      <p className="hw-chart__said" aria-hidden="true">
        {said}
      </p>
      <Details summary={t('chart.table')}>
        <TrendTable trend={trend} />
      </Details>
    </figure>
  );
}

function Axes({ geometry, width }: { geometry: TrendGeometry; width: number }) {
  const t = useT(messages);
  const format = useFormat();
  const { band, path, xTicks, yTicks } = geometry;
  const narrow = width < narrowest;
  const anchor = (index: number) =>
    xTicks.length === 1 ? 'middle' : index === 0 ? 'start' : index === xTicks.length - 1 ? 'end' : 'middle';
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in this group takes focus
    <g aria-hidden="true">
      {band && (
        <rect
          className="hw-line-range"
          x={frame.left}
          width={width - frame.left - frame.right}
          y={band.y}
          height={band.height}
        />
      )}
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line className="hw-chart__grid" x1={frame.left} x2={width - frame.right} y1={y} y2={y} />
          <text className="hw-line-text" x={frame.left - 8} y={y + 5} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <path className="hw-chart__line" d={path} />
      {band && (
        <text className="hw-line-text hw-line-text--on-band" x={frame.left + 8} y={band.y + 18}>
          {t('chart.usual')}
        </text>
      )}
      {xTicks.map(({ x, at }, index) => (
        <text className="hw-line-text" key={x} x={x} y={frame.height - 10} textAnchor={anchor(index)}>
          {format.date(narrow ? dayKey(at).slice(0, 7) : at)}
        </text>
      ))}
    </g>
  );
}

function TrendTable({ trend }: { trend: Trend }) {
  const t = useT(messages);
  const format = useFormat();
  const { low, high, unit } = trend;
  const known = low != null || high != null;
  return (
    <Table
      caption={t('chart.caption', { name: trend.name })}
      compact
      rows={inOrder(trend.points).reverse()}
      rowKey={(point) => point.id}
      columns={[
        { id: 'date', header: t('chart.date'), cell: (point) => format.date(point.at) },
        {
          id: 'value',
          header: t('chart.value'),
          cell: (point) => format.quantity({ value: point.shown ?? point.value, unit }),
        },
        {
          id: 'standing',
          header: t('chart.standing'),
          cell: (point) => {
            const standing = standingOf(point.value, low, high);
            return standing === 'unknown' || !known ? t('chart.no-range') : t(`chart.${standing}`);
          },
        },
      ]}
    />
  );
}
