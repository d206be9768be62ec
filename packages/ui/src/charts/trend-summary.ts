import { useFormat } from '../formatting/index.ts';
import { standingOf } from '../health/place-on-range.ts';
import { useT } from '../i18n/index.ts';
import messages from './chart.messages.json';
import { inOrder, type TrendPoint } from './geometry.ts';

/** What a trend shows: points of one kind of measurement in one unit. */
export interface Trend {
  /** "Potassium". */
  name: string;
  unit?: string | null;
  points: readonly TrendPoint[];
  /** The usual range the source gave with the newest result; never a borrowed one. */
  low?: number | null;
  high?: number | null;
}

/** Says a trend in a few short sentences. */
export function useTrendSummary(): (trend: Trend) => string {
  const t = useT(messages);
  const format = useFormat();
  return ({ name, unit, points, low, high }) => {
    const ordered = inOrder(points);
    const first = ordered[0];
    const last = ordered.at(-1);
    if (!first || !last) return '';
    const say = (point: TrendPoint) => format.quantity({ value: point.shown ?? point.value, unit });
    if (ordered.length === 1) return t('chart.one', { value: say(last), date: format.date(last.at) });
    const way = last.value > first.value ? 'rose' : last.value < first.value ? 'fell' : 'same';
    const outside = ordered.filter(({ value }) =>
      ['below', 'above'].includes(standingOf(value, low, high)),
    ).length;
    return [
      t(`chart.${way}`, { name, first: say(first), last: say(last) }),
      t('chart.when', { count: ordered.length, from: format.date(first.at), to: format.date(last.at) }),
      low == null && high == null ? t('chart.no-range') : t('chart.outside', { count: outside }),
    ].join(' ');
  };
}

/** Says one point: its date, value and how it stands to the usual range. */
export function usePointSentence(trend: Trend): (point: TrendPoint) => string {
  const t = useT(messages);
  const format = useFormat();
  return (point) => {
    const words = {
      date: format.date(point.at),
      value: format.quantity({ value: point.shown ?? point.value, unit: trend.unit }),
    };
    const standing = standingOf(point.value, trend.low, trend.high);
    if (standing === 'unknown') return t('chart.point', words);
    return t('chart.point-standing', { ...words, standing: t(`chart.${standing}`) });
  };
}
