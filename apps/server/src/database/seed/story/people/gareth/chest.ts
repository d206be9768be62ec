import { PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { encounter } from '../../fhir/encounter.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { finding, measurement } from '../../fhir/observation.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';
import { vaccination } from '../../fhir/vaccination.ts';

const { whitlock } = PROFESSIONALS;

const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

/** Years ago of the yearly chest review. */
const REVIEWS = [5.2, 4.2, 3.2, 2.2, 1.2, 0.2];

export function chestReviews(chart: Chart): void {
  const fev1 = [2.21, 2.14, 2.1, 2.02, 1.97, 1.95];
  const score = [14, 16, 17, 21, 18, 15];
  for (const [index, ago] of REVIEWS.entries()) {
    const on = -years(ago);
    const number = index + 1;
    const taken = { on, by: whitlock, time: '10:40', category: 'exam' as const };
    encounter(chart, {
      key: `chest-review-${number}`,
      kind: 'AMB',
      title: 'Yearly COPD review',
      on,
      time: '10:30',
      minutes: 30,
      by: whitlock,
      place: SURGERY,
    });
    measurement(chart, { ...taken, key: `fev1-${number}`, test: 'fev1', value: fev1[index] ?? 0 });
    measurement(chart, {
      ...taken,
      key: `fev1-share-${number}`,
      test: 'fev1Predicted',
      value: Math.round(((fev1[index] ?? 0) / 3.4) * 100),
    });
    measurement(chart, {
      ...taken,
      key: `copd-score-${number}`,
      test: 'copdAssessment',
      value: score[index] ?? 0,
      category: 'survey',
    });
    measurement(chart, { ...taken, key: `oxygen-${number}`, test: 'oxygen', value: 95 - (index % 2) });
  }
}

export function fluVaccinations(chart: Chart): void {
  for (const [index, ago] of REVIEWS.entries()) {
    vaccination(chart, {
      key: `flu-${index + 1}`,
      vaccine: 'Influenza vaccine (inactivated)',
      against: 'Influenza',
      on: 4 - years(ago),
      by: whitlock,
    });
  }
}

const habits = [
  ['20 cigarettes a day', 4.2],
  ['20 cigarettes a day', 2.2],
  ['15 cigarettes a day', 1.2],
  ['4 cigarettes a day', 0.1],
] as const;

function smokingOverTime(chart: Chart): void {
  for (const [index, [habit, ago]] of habits.entries()) {
    finding(chart, {
      key: `smoking-${index + 1}`,
      name: 'Smoking',
      loinc: '72166-2',
      finding: `Smoker, ${habit}`,
      snomed: '77176002',
      category: 'social-history',
      on: -years(ago),
      by: whitlock,
    });
  }
  for (const [index, parts] of [24, 19, 12, 9, 7].entries()) {
    measurement(chart, {
      key: `breath-${index + 1}`,
      test: 'carbonMonoxide',
      value: parts,
      on: -weeks(14 - index * 3),
      by: whitlock,
      category: 'exam',
    });
  }
}

export const smoking: readonly Scene[] = [
  each(goal, [
    {
      key: 'goal-smoking',
      aim: 'Stop smoking by the spring',
      from: -weeks(14),
      due: months(4),
      progress: 'improving',
      target: { test: 'carbonMonoxide', atMost: 6 },
      note: 'From 15 a day to 4. Mornings are hardest.',
      by: whitlock,
    },
  ]),
  each(carePlan, [
    {
      key: 'chest-plan',
      title: 'My COPD plan',
      kind: 'Self-management plan',
      summary: 'What I do on good days and on bad days.',
      from: -years(0.2),
      review: years(0.8),
      by: whitlock,
      addresses: ['copd'],
      sections: [
        ['Good days', 'Blue inhaler before the hill. Tiotropium each morning. Walk to the shed.'],
        ['Getting worse', 'More breathless or green phlegm for two days: ring the surgery the same day.'],
        ['Get help now', 'Too breathless to speak, blue lips or confused: ring 999.'],
      ],
    },
  ]),
  smokingOverTime,
];
