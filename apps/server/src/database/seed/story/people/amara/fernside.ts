import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { condition } from '../../fhir/condition.ts';
import { type Curve, valueOn } from '../../fhir/curve.ts';
import { encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { measurement } from '../../fhir/observation.ts';
import { LABORATORY } from '../../fhir/panel.ts';
import { months, spread, weeks, years } from '../../fhir/story-calendar.ts';
import { diary, letters } from './fernside-diary.ts';
import { goals, plans, safetyPlan } from './fernside-plans.ts';

const { okafor, bell } = PROFESSIONALS;

const CLINIC = 'Fernside House, 4 Alder Road, first floor';

const illness: readonly Scene[] = [
  each(condition, [
    {
      key: 'bipolar',
      name: 'Bipolar disorder',
      snomed: '13746004',
      onset: -years(6.1),
      by: okafor,
      note: 'Named during the first stay in hospital. Amara calls the early signs "the racing".',
    },
    {
      key: 'depressive-episode',
      name: 'Depressive episode',
      onset: -years(3.9),
      ended: -years(3.4),
      by: okafor,
    },
  ]),
  each(encounter, [
    {
      key: 'admission',
      kind: 'IMP',
      title: 'Stay in hospital',
      on: -years(6.2),
      nights: 23,
      time: '21:15',
      reason: 'Manic episode',
      by: okafor,
      place: 'Fernside House, Willow Ward',
    },
    {
      key: 'home-treatment',
      kind: 'HH',
      title: 'Home treatment, first of ten daily visits',
      on: -years(2.8),
      reason: 'Hypomania',
      by: 'Fernside Home Treatment Team',
      minutes: 45,
    },
  ]),
];

const lithium = {
  name: 'Lithium carbonate 200mg modified-release tablets',
  reason: 'Bipolar disorder',
  by: okafor,
};
const whyStopped = 'Dose changed after a blood test';

const medicines: readonly Scene[] = [
  each(prescription, [
    {
      ...lithium,
      key: 'lithium-400',
      dose: '2 tablets (400 mg) at night',
      from: -years(6.05),
      until: -years(5.9),
      whyStopped,
    },
    {
      ...lithium,
      key: 'lithium-600',
      dose: '3 tablets (600 mg) at night',
      from: -years(5.9),
      until: -years(2.75),
      whyStopped,
    },
    {
      ...lithium,
      key: 'lithium-800',
      dose: '4 tablets (800 mg) at night',
      from: -years(2.75),
    },
    {
      key: 'olanzapine',
      name: 'Olanzapine 10mg tablets',
      dose: '1 tablet at night',
      reason: 'Bipolar disorder',
      from: -years(6.15),
      until: -years(4.4),
      whyStopped: 'Weight gain; changed to aripiprazole after talking it through',
      by: okafor,
    },
    {
      key: 'aripiprazole',
      name: 'Aripiprazole 10mg tablets',
      dose: '1 tablet in the morning',
      reason: 'Bipolar disorder',
      from: -years(4.4),
      by: okafor,
    },
    {
      key: 'lorazepam',
      name: 'Lorazepam 1mg tablets',
      dose: '1 tablet at night when needed, for 5 nights',
      from: -years(2.8),
      until: -years(2.8) + 5,
      course: true,
      by: okafor,
    },
  ]),
];

const LITHIUM_LEVEL: Curve = {
  seed: 'amara-lithium',
  points: [
    [6.04, 0.36],
    [5.85, 0.58],
    [4, 0.62],
    [2.9, 0.44],
    [2.7, 0.52],
    [2.5, 0.74],
    [0, 0.7],
  ],
  wobble: 0.05,
  decimals: 2,
};

function lithiumLevels(chart: Chart): void {
  const weekly = spread(4, -years(6.02), -years(6.02) + weeks(6));
  const quarterly = spread(24, -years(5.8), -weeks(3));
  for (const [index, on] of [...weekly, ...quarterly].entries()) {
    const value = valueOn(LITHIUM_LEVEL, on);
    measurement(chart, {
      key: `lithium-level-${index + 1}`,
      test: 'lithium',
      value,
      on,
      time: '08:50',
      by: LABORATORY,
      category: 'laboratory',
      comment: value < 0.4 ? 'Below the level we aim for. We will look at the dose together.' : undefined,
    });
  }
}

const MOOD: Curve = {
  seed: 'amara-phq',
  points: [
    [6, 8],
    [4.2, 6],
    [3.8, 18],
    [3.3, 7],
    [2.8, 3],
    [2.2, 9],
    [0, 5],
  ],
  wobble: 2,
};

function reviews(chart: Chart): void {
  for (const [index, on] of spread(11, -years(5.5), -months(2)).entries()) {
    encounter(chart, {
      key: `review-${index + 1}`,
      kind: index % 4 === 3 ? 'VR' : 'AMB',
      title: 'Review with psychiatrist',
      on,
      time: '14:00',
      minutes: 40,
      by: okafor,
      place: CLINIC,
    });
    measurement(chart, {
      key: `phq9-${index + 1}`,
      test: 'phq9',
      value: Math.max(0, valueOn(MOOD, on)),
      on,
      time: '14:05',
      category: 'survey',
      by: okafor,
      encounter: `review-${index + 1}`,
    });
  }
  for (const [index, on] of spread(14, -years(5.7), -weeks(5)).entries()) {
    encounter(chart, {
      key: `coordinator-${index + 1}`,
      kind: index % 3 === 0 ? 'HH' : 'AMB',
      title: 'Time with care coordinator',
      on,
      time: '11:15',
      minutes: 45,
      by: bell,
    });
  }
}

/** Amara and the Fernside Recovery Team: six years, from the first stay in hospital to steady ground. */
export const amaraAtFernside: Episode = {
  organisation: ORGANISATIONS.fernside,
  patient: PATIENTS.amara,
  team: 'FRT',
  label: 'MENTAL_HEALTH',
  scenes: [illness, medicines, lithiumLevels, reviews, diary, letters, goals, plans, safetyPlan],
};
