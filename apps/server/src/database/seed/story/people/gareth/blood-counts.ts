import { PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { type Curve, valueOn } from '../../fhir/curve.ts';
import { measurement } from '../../fhir/observation.ts';
import { LABORATORY, panel } from '../../fhir/panel.ts';
import { type DayOffset, spread, weeks } from '../../fhir/story-calendar.ts';

const { okafor } = PROFESSIONALS;

/** The day the first tablet was taken; blood counts are due from here. */
export const START = -weeks(110);

const WHITE_CELLS: Curve = {
  seed: 'gareth-white-cells',
  points: [
    [2.2, 7.4],
    [1.9, 6.2],
    [0, 6.8],
  ],
  wobble: 0.9,
  decimals: 1,
};

const NEUTROPHILS: Curve = {
  seed: 'gareth-neutrophils',
  points: [
    [2.2, 4.6],
    [1.9, 3.6],
    [0, 4],
  ],
  wobble: 0.6,
  decimals: 1,
};

/** The one count that fell below the range and was repeated a few days later. */
const LOW_COUNT = 23;

/** Weekly for 18 weeks, each fortnight until a year is over, then every four weeks. */
function countDays(): DayOffset[] {
  const weekly = spread(18, START + 7, START + weeks(18));
  const fortnightly = spread(17, START + weeks(20), START + weeks(52));
  const monthly = spread(14, START + weeks(56), START + weeks(108));
  const regular = [...weekly, ...fortnightly, ...monthly];
  const low = regular[LOW_COUNT - 1] ?? START;
  return [...regular, low + 4].sort((a, b) => a - b);
}

export function bloodCounts(chart: Chart): void {
  const levels = [0.31, 0.28, 0.42, 0.46, 0.55];
  for (const [index, on] of countDays().entries()) {
    const isLow = index + 1 === LOW_COUNT;
    panel(chart, {
      key: `blood-count-${index + 1}`,
      name: 'Full blood count (clozapine)',
      snomed: '26604007',
      on,
      time: '09:45',
      values: {
        whiteCells: isLow ? 3.9 : valueOn(WHITE_CELLS, on),
        neutrophils: isLow ? 1.8 : valueOn(NEUTROPHILS, on),
      },
      requestedBy: okafor,
      conclusion: isLow
        ? 'Amber: neutrophils a little low. Repeat this week; keep taking clozapine.'
        : 'Green: clozapine may be supplied.',
    });
  }
  for (const [index, on] of spread(levels.length, START + weeks(8), -7).entries()) {
    measurement(chart, {
      key: `clozapine-level-${index + 1}`,
      test: 'clozapine',
      value: levels[index] ?? 0,
      on,
      by: LABORATORY,
      category: 'laboratory',
    });
  }
}
