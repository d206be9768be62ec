import { PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { type Curve, valueOn } from '../../fhir/curve.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { bloodPressure, measurement } from '../../fhir/observation.ts';
import { LABORATORY, panel } from '../../fhir/panel.ts';
import { type DayOffset, months, spread, weeks, years } from '../../fhir/story-calendar.ts';

const { hughes, whitlock } = PROFESSIONALS;

const curve = (
  seed: string,
  points: Curve['points'],
  [wobble, decimals = 0]: [wobble: number, decimals?: number],
): Curve => ({
  seed: `amara-${seed}`,
  points,
  wobble,
  decimals,
});

const SODIUM = curve('sodium', [[6, 140]], [2]);

const POTASSIUM = curve('potassium', [[6, 4.3]], [0.3, 1]);

const UREA = curve(
  'urea',
  [
    [6, 4.2],
    [0, 5.1],
  ],
  [0.6, 1],
);

const CREATININE = curve(
  'creatinine',
  [
    [6, 62],
    [2, 70],
    [0, 74],
  ],
  [3],
);

const EGFR = curve(
  'egfr',
  [
    [6, 108],
    [2, 95],
    [0, 88],
  ],
  [3],
);

const TSH = curve(
  'tsh',
  [
    [6, 1.9],
    [3, 2.9],
    [1.9, 6.1],
    [1.4, 3],
    [0, 2.2],
  ],
  [0.2, 1],
);

const FREE_T4 = curve(
  'free-t4',
  [
    [6, 15.5],
    [1.9, 11.2],
    [1.4, 14.6],
    [0, 15.8],
  ],
  [0.4, 1],
);

const HBA1C = curve(
  'hba1c',
  [
    [5.3, 38],
    [4.3, 41],
    [3.3, 45],
    [2.55, 62],
    [2.2, 57],
    [1.7, 53],
    [1.2, 52],
    [0, 51],
  ],
  [0],
);

const CHOLESTEROL = curve(
  'cholesterol',
  [
    [5.3, 5.2],
    [2.4, 5.9],
    [1.3, 4.2],
    [0, 4.1],
  ],
  [0.1, 1],
);

const WEIGHT = curve(
  'weight',
  [
    [6, 68.5],
    [4.4, 82.6],
    [2.6, 86.2],
    [1.2, 80.4],
    [0, 77.8],
  ],
  [0.6, 1],
);

const SYSTOLIC = curve(
  'systolic',
  [
    [6, 116],
    [2.5, 134],
    [0, 126],
  ],
  [5],
);

const DIASTOLIC = curve(
  'diastolic',
  [
    [6, 74],
    [2.5, 86],
    [0, 79],
  ],
  [4],
);

function kidneys(chart: Chart, on: DayOffset, number: number): void {
  panel(chart, {
    key: `kidney-${number}`,
    name: 'Urea and electrolytes',
    on,
    values: {
      sodium: valueOn(SODIUM, on),
      potassium: valueOn(POTASSIUM, on),
      urea: valueOn(UREA, on),
      creatinine: valueOn(CREATININE, on),
      egfr: valueOn(EGFR, on),
    },
    requestedBy: hughes,
    conclusion: 'Kidneys working normally. No change needed.',
  });
}

function thyroid(chart: Chart, on: DayOffset, number: number): void {
  const tsh = valueOn(TSH, on);
  panel(chart, {
    key: `thyroid-${number}`,
    name: 'Thyroid function',
    on,
    values: { tsh, freeT4: valueOn(FREE_T4, on) },
    requestedBy: hughes,
    conclusion:
      tsh > 4.2
        ? 'Thyroid is underactive. Please make an appointment with Dr Hughes.'
        : 'Thyroid working normally.',
  });
}

/** The tests that lithium and diabetes ask for: kidneys, thyroid, long-term sugar and cholesterol. */
export function amaraBloodTests(chart: Chart): void {
  const thyroidDays = [5.8, 4.8, 3.8, 2.9, 2.4, 1.9, 1.7, 1.4, 0.9, 0.06].map((ago) => -years(ago));
  const sugarDays = [5.3, 4.3, 3.3, 2.8, 2.55, 2.2, 1.7, 1.2, 0.7, 0.4, 0.06].map((ago) => -years(ago));
  for (const [index, on] of spread(12, -years(5.8), -weeks(3)).entries()) kidneys(chart, on, index + 1);
  for (const [index, on] of thyroidDays.entries()) thyroid(chart, on, index + 1);
  for (const [index, on] of sugarDays.entries()) {
    const hba1c = valueOn(HBA1C, on);
    measurement(chart, {
      key: `hba1c-${index + 1}`,
      test: 'hba1c',
      value: hba1c,
      on,
      by: LABORATORY,
      category: 'laboratory',
      comment: hba1c === 62 ? 'In the diabetes range. Dr Hughes would like to see you this week.' : undefined,
    });
  }
  for (const [index, on] of [5.3, 3.3, 2.4, 1.3, 0.3].map((ago) => -years(ago)).entries()) {
    panel(chart, {
      key: `lipids-${index + 1}`,
      name: 'Cholesterol and lipids',
      on,
      values: { cholesterol: valueOn(CHOLESTEROL, on), hdl: 1.2, triglycerides: index === 2 ? 2.4 : 1.5 },
      requestedBy: hughes,
    });
  }
  for (const [index, on] of [2.4, 1.3, 0.3].map((ago) => -years(ago)).entries()) {
    measurement(chart, {
      key: `urine-${index + 1}`,
      test: 'albuminCreatinine',
      value: 1.1 + index * 0.3,
      on,
      by: LABORATORY,
      category: 'laboratory',
    });
  }
}

function nurseMeasurements(chart: Chart): void {
  for (const [index, on] of spread(16, -years(5.9), -weeks(3)).entries()) {
    const weight = valueOn(WEIGHT, on);
    const taken = { on, time: '09:00', by: whitlock };
    measurement(chart, { ...taken, key: `weight-${index + 1}`, test: 'weight', value: weight });
    bloodPressure(chart, {
      ...taken,
      key: `pressure-${index + 1}`,
      systolic: valueOn(SYSTOLIC, on),
      diastolic: valueOn(DIASTOLIC, on),
    });
  }
  for (const [index, on] of [5.3, 3.3, 1.3, 0.3].map((ago) => -years(ago)).entries()) {
    const value = valueOn(WEIGHT, on) / 1.67 ** 2;
    measurement(chart, { key: `bmi-${index + 1}`, test: 'bodyMassIndex', value, on, by: whitlock });
  }
  for (const [index, on] of [-months(14), -months(2)].entries()) {
    measurement(chart, { key: `waist-${index + 1}`, test: 'waist', value: 98 - index * 5, on, by: whitlock });
  }
}

/** Weight, body mass index and blood pressure, as the nurse took them. */
export const amaraMeasurements: readonly Scene[] = [
  each(measurement, [{ key: 'height', test: 'height', value: 167, on: -years(7), by: whitlock }]),
  nurseMeasurements,
];
