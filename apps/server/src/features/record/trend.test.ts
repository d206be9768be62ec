import { describe, expect, it } from 'vitest';
import { positionOf } from './range-position.ts';
import { MOST_POINTS, type RawTrend, thinned, trendOf } from './trend.ts';

const idOf = (row: string) => `id of ${row}`;
const trend = (points: RawTrend['points'], detail: RawTrend['detail'] = {}): RawTrend => ({
  patient: 'p',
  headline: { title: 'Blood pressure' },
  detail,
  points,
});

describe('a trend', () => {
  it('is one line of the values that are numbers, each with its own range', () => {
    const range = { low: 1, high: 3 };
    const { lines } =
      trendOf(
        trend([
          ['a', 't1', 2, range, null],
          ['b', 't2', null, null, null],
          ['c', 't3', 4, range, null],
        ]),
        idOf,
      ) ?? {};
    expect(lines?.map((line) => line.points)).toEqual([
      [
        { entry: 'id of a', at: 't1', value: 2, position: 'WITHIN' },
        { entry: 'id of c', at: 't3', value: 4, position: 'ABOVE' },
      ],
    ]);
  });

  it('is a line for each part where the values have parts', () => {
    const parts = [
      { title: 'Upper', value: { number: 120, unit: 'mmHg' } },
      { title: 'Lower', value: { number: 80, unit: 'mmHg' } },
    ];
    const drawn = trendOf(trend([['a', 't1', null, null, parts]], { components: parts }), idOf);
    expect(drawn?.lines.map((line) => [line.title, line.points[0]?.value])).toEqual([
      ['Upper', 120],
      ['Lower', 80],
    ]);
    expect(drawn?.unit).toBe('mmHg');
  });

  it('is nothing where no value is a number', () => {
    expect(trendOf(trend([['a', 't1', null, null, null]]), idOf)).toBeNull();
  });

  it('is thinned evenly beyond a thousand points, its first and last kept', () => {
    const many = Array.from({ length: 3_650 }, (_, day) => day);
    const kept = thinned(many);
    expect(kept).toHaveLength(MOST_POINTS);
    expect([kept[0], kept.at(-1)]).toEqual([0, 3_649]);
    expect(thinned([1, 2])).toEqual([1, 2]);
  });
});

describe('where a value lies', () => {
  it('is told by the range the sender gave, its ends included, and never by a borrowed one', () => {
    const at = (number: number) => positionOf(number, { low: 4, high: 6 });
    expect([3.9, 4, 6, 6.1].map(at)).toEqual(['BELOW', 'WITHIN', 'WITHIN', 'ABOVE']);
    expect(positionOf(7, { high: 6 })).toBe('ABOVE');
    expect([positionOf(5, null), positionOf(5, {}), positionOf(null, { low: 4 })]).toEqual([
      'NO_RANGE',
      'NO_RANGE',
      'NO_RANGE',
    ]);
  });
});
