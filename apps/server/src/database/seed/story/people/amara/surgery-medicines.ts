import { PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { medicineTaken, prescription } from '../../fhir/medicine.ts';
import { months, years } from '../../fhir/story-calendar.ts';
import { vaccination } from '../../fhir/vaccination.ts';

const { hughes, whitlock } = PROFESSIONALS;

const fromFernside = { label: 'MENTAL_HEALTH', by: 'Fernside Recovery Team' } as const;

export const medicines: readonly Scene[] = [
  each(prescription, [
    {
      key: 'metformin-500',
      name: 'Metformin 500mg tablets',
      dose: '1 tablet twice a day with food',
      reason: 'Type 2 diabetes',
      from: -years(2.5),
      until: -years(2.1),
      whyStopped: 'Upset stomach; changed to modified-release',
      by: hughes,
    },
    {
      key: 'metformin-mr',
      name: 'Metformin 1g modified-release tablets',
      dose: '1 tablet with the evening meal',
      reason: 'Type 2 diabetes',
      from: -years(2.1),
      by: hughes,
    },
    {
      key: 'levothyroxine',
      name: 'Levothyroxine sodium 50microgram tablets',
      dose: '1 tablet in the morning, half an hour before breakfast',
      reason: 'Underactive thyroid',
      from: -years(1.8),
      by: hughes,
    },
    {
      key: 'atorvastatin',
      name: 'Atorvastatin 20mg tablets',
      dose: '1 tablet at night',
      from: -years(2.3),
      by: hughes,
    },
    {
      key: 'nitrofurantoin',
      name: 'Nitrofurantoin 100mg modified-release capsules',
      dose: '1 capsule twice a day for 3 days',
      reason: 'Urinary tract infection',
      from: -months(15),
      until: -months(15) + 3,
      course: true,
      by: hughes,
    },
    {
      key: 'emollient',
      name: 'Emollient cream',
      dose: 'Use on dry skin when needed',
      from: -years(7),
      by: hughes,
    },
  ]),
  each(medicineTaken, [
    {
      ...fromFernside,
      key: 'lithium',
      name: 'Lithium carbonate 200mg modified-release tablets',
      dose: '4 tablets (800 mg) at night, prescribed by Fernside',
      from: -years(2.7),
    },
    {
      ...fromFernside,
      key: 'aripiprazole',
      name: 'Aripiprazole 10mg tablets',
      dose: '1 tablet in the morning, prescribed by Fernside',
      from: -years(4.3),
    },
  ]),
];

function seasonalVaccinations(chart: Chart): void {
  for (const [index, ago] of [5.1, 4.1, 3.1, 2.1, 1.1, 0.1].entries()) {
    vaccination(chart, {
      key: `flu-${index + 1}`,
      vaccine: 'Influenza vaccine (inactivated)',
      against: 'Influenza',
      on: -years(ago),
      by: whitlock,
    });
  }
  for (const [index, ago] of [5.4, 5.2, 4.7, 2.1].entries()) {
    vaccination(chart, {
      key: `covid-${index + 1}`,
      vaccine: 'COVID-19 mRNA vaccine',
      against: 'COVID-19',
      dose: index + 1,
      on: -years(ago),
      by: whitlock,
    });
  }
}

export const vaccinations: readonly Scene[] = [
  each(vaccination, [
    {
      key: 'pneumococcal',
      vaccine: 'Pneumococcal polysaccharide vaccine',
      against: 'Pneumococcal disease',
      on: -years(2.1),
      by: whitlock,
    },
    {
      key: 'hpv',
      vaccine: 'Human papillomavirus vaccine',
      against: 'Human papillomavirus',
      dose: 3,
      on: -years(18),
      by: 'School nursing service',
    },
    {
      key: 'tetanus',
      vaccine: 'Tetanus, diphtheria and polio vaccine',
      against: 'Tetanus',
      dose: 5,
      on: -years(17.5),
      by: 'School nursing service',
    },
  ]),
  seasonalVaccinations,
];
