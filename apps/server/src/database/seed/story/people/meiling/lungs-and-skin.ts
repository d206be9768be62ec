import { PROFESSIONALS } from '../../cast.ts';
import { carePlan } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { allergy, condition } from '../../fhir/condition.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { measurement } from '../../fhir/observation.ts';
import { months, spread, weeks, years } from '../../fhir/story-calendar.ts';

const { hughes, whitlock } = PROFESSIONALS;

function peakFlow(chart: Chart): void {
  for (const [index, on] of spread(8, -years(4), -weeks(5)).entries()) {
    measurement(chart, {
      key: `peak-flow-${index + 1}`,
      test: 'peakFlow',
      value: [390, 400, 380, 410, 340, 400, 415, 420][index] ?? 0,
      on,
      by: whitlock,
      category: 'exam',
    });
  }
}

export const lungsAndSkin: readonly Scene[] = [
  each(condition, [
    { key: 'asthma', name: 'Asthma', snomed: '195967001', onset: -years(12), by: hughes },
    { key: 'hay-fever', name: 'Hay fever', snomed: '61582004', onset: -years(9), by: hughes },
  ]),
  each(allergy, [
    {
      key: 'peanut',
      name: 'Allergy to peanut',
      snomed: '91935009',
      kind: 'food',
      reaction: 'Swelling of the lips and wheeze',
      severity: 'severe',
      recorded: -years(14),
      by: hughes,
    },
  ]),
  each(prescription, [
    {
      key: 'salbutamol',
      name: 'Salbutamol 100micrograms/dose inhaler CFC free',
      dmd: '39113611000001102',
      dose: '2 puffs when wheezy',
      reason: 'Asthma',
      from: -years(8),
      by: hughes,
    },
    {
      key: 'beclometasone',
      name: 'Beclometasone 100micrograms/dose inhaler CFC free',
      dose: '1 puff morning and night',
      reason: 'Asthma',
      from: -years(5),
      by: hughes,
    },
    {
      key: 'adrenaline',
      name: 'Adrenaline 300micrograms/0.3ml auto-injector',
      dose: 'Into the thigh for a severe reaction, then ring 999. Carry two.',
      reason: 'Allergy to peanut',
      from: -years(6),
      by: hughes,
    },
    {
      key: 'cetirizine',
      name: 'Cetirizine 10mg tablets',
      dose: '1 tablet a day in the pollen season',
      reason: 'Hay fever',
      from: -years(3),
      by: hughes,
    },
  ]),
  each(carePlan, [
    {
      key: 'asthma-plan',
      title: 'My asthma plan',
      kind: 'Self-management plan',
      summary: 'Green, amber and red days.',
      from: -weeks(5),
      review: months(11),
      by: whitlock,
      addresses: ['asthma'],
      sections: [
        ['Green: doing well', 'Brown inhaler morning and night, even when I feel fine. Peak flow over 340.'],
        [
          'Amber: getting worse',
          'Waking at night, or the blue inhaler more than three times a week: message the surgery.',
        ],
        [
          'Red: emergency',
          'Cannot finish a sentence: 10 puffs through the spacer, one at a time, and ring 999.',
        ],
      ],
    },
  ]),
  peakFlow,
];
