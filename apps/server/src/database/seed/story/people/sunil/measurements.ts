import { PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { type Curve, valueOn } from '../../fhir/curve.ts';
import { bloodPressure, measurement } from '../../fhir/observation.ts';
import { LABORATORY, panel } from '../../fhir/panel.ts';
import { type DayOffset, spread, weeks, years } from '../../fhir/story-calendar.ts';

const { hughes, whitlock } = PROFESSIONALS;

const curve = (
  seed: string,
  points: Curve['points'],
  [wobble, decimals = 0]: [wobble: number, decimals?: number],
): Curve => ({
  seed: `sunil-${seed}`,
  points,
  wobble,
  decimals,
});

// Sodium falls while sertraline is taken, about two years ago, and recovers after the change.
const SODIUM = curve(
  'sodium',
  [
    [5, 138],
    [2.1, 138],
    [1.6, 129],
    [1.3, 136],
    [0, 137],
  ],
  [1],
);
const POTASSIUM = curve(
  'potassium',
  [
    [5, 4.3],
    [3.4, 4.9],
    [1, 5.2],
    [0, 5],
  ],
  [0.25, 1],
);
const UREA = curve(
  'urea',
  [
    [5, 6.4],
    [2.4, 8.6],
    [0.6, 11.2],
    [0, 9.4],
  ],
  [0.5, 1],
);
const CREATININE = curve(
  'creatinine',
  [
    [5, 92],
    [2.4, 118],
    [0.6, 142],
    [0, 127],
  ],
  [4],
);
const EGFR = curve(
  'egfr',
  [
    [5, 72],
    [2.4, 54],
    [0.6, 43],
    [0, 49],
  ],
  [2],
);
const WEIGHT = curve(
  'weight',
  [
    [4.6, 82.4],
    [4.3, 78.2],
    [1.3, 78],
    [1.1, 83.1],
    [1, 78.4],
    [0.62, 82.6],
    [0.5, 77.6],
    [0, 77.9],
  ],
  [0.5, 1],
);
const SYSTOLIC = curve(
  'systolic',
  [
    [5, 152],
    [4, 132],
    [0, 118],
  ],
  [6],
);
const DIASTOLIC = curve(
  'diastolic',
  [
    [5, 88],
    [4, 78],
    [0, 70],
  ],
  [4],
);

function kidneys(chart: Chart, on: DayOffset, number: number): void {
  const potassium = valueOn(POTASSIUM, on);
  panel(chart, {
    key: `kidney-${number}`,
    name: 'Urea and electrolytes',
    on,
    values: {
      sodium: valueOn(SODIUM, on),
      potassium,
      urea: valueOn(UREA, on),
      creatinine: valueOn(CREATININE, on),
      egfr: valueOn(EGFR, on),
    },
    requestedBy: hughes,
    conclusion:
      potassium > 5.3
        ? 'Potassium a little high. Please repeat in one week.'
        : 'Expected with your heart tablets. Carry on as you are.',
  });
}

/** Kidneys and salts for the heart tablets, and the strain on the heart (NT-proBNP). */
export function bloodTests(chart: Chart): void {
  for (const [index, on] of spread(14, -years(4.6), -weeks(3)).entries()) kidneys(chart, on, index + 1);
  for (const [index, value] of [2860, 1240, 980, 1420, 1110].entries()) {
    measurement(chart, {
      key: `heart-strain-${index + 1}`,
      test: 'ntProBnp',
      value,
      on: -years([4.6, 4.1, 2.2, 1.1, 0.3][index] ?? 1),
      by: LABORATORY,
      category: 'laboratory',
    });
  }
  measurement(chart, {
    key: 'hba1c',
    test: 'hba1c',
    value: 39,
    on: -years(1.1),
    by: LABORATORY,
    category: 'laboratory',
  });
}

/** Weight, pulse and blood pressure at the nurse's, where a jump in weight means water. */
export function weighing(chart: Chart): void {
  for (const [index, on] of spread(18, -years(4.6), -weeks(3)).entries()) {
    const number = index + 1;
    const taken = { on, time: '09:25', by: whitlock };
    measurement(chart, { ...taken, key: `weight-${number}`, test: 'weight', value: valueOn(WEIGHT, on) });
    measurement(chart, { ...taken, key: `pulse-${number}`, test: 'pulse', value: 66 + ((index * 5) % 17) });
    bloodPressure(chart, {
      ...taken,
      key: `pressure-${number}`,
      systolic: valueOn(SYSTOLIC, on),
      diastolic: valueOn(DIASTOLIC, on),
    });
  }
}
