import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { allergy, condition } from '../../fhir/condition.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { medicineTaken, prescription } from '../../fhir/medicine.ts';
import { measurement } from '../../fhir/observation.ts';
import { LABORATORY, panel } from '../../fhir/panel.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';
import { vaccination } from '../../fhir/vaccination.ts';
import { chestReviews, fluVaccinations, smoking } from './chest.ts';

const { hughes, whitlock } = PROFESSIONALS;

const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

const problems: readonly Scene[] = [
  each(condition, [
    {
      key: 'copd',
      name: 'Chronic obstructive pulmonary disease (COPD)',
      snomed: '13645005',
      onset: -years(6.5),
      by: hughes,
    },
    {
      key: 'constipation',
      name: 'Constipation',
      snomed: '14760008',
      onset: -years(1.9),
      by: hughes,
      note: 'Some of his tablets slow the gut. Never leave for more than two days.',
    },
    {
      key: 'pressure',
      name: 'High blood pressure',
      snomed: '38341003',
      onset: -years(4.1),
      by: hughes,
    },
    {
      key: 'schizophrenia',
      label: 'MENTAL_HEALTH',
      name: 'Schizophrenia',
      snomed: '58214004',
      onset: -years(29),
      by: hughes,
    },
  ]),
  each(allergy, [
    {
      key: 'codeine',
      name: 'Codeine',
      kind: 'medication',
      reaction: 'Sickness and severe constipation',
      severity: 'moderate',
      recorded: -years(9),
      by: hughes,
      intolerance: true,
    },
  ]),
];

const course = { course: true, reason: 'COPD flare-up', by: hughes };

const medicines: readonly Scene[] = [
  each(prescription, [
    {
      key: 'salbutamol',
      name: 'Salbutamol 100micrograms/dose inhaler CFC free',
      dmd: '39113611000001102',
      dose: '2 puffs when breathless, up to four times a day',
      reason: 'COPD',
      from: -years(6.4),
      by: hughes,
    },
    {
      key: 'tiotropium',
      name: 'Tiotropium 2.5micrograms/dose inhaler',
      dose: '2 puffs each morning',
      reason: 'COPD',
      from: -years(5.1),
      by: hughes,
    },
    {
      key: 'macrogol',
      name: 'Macrogol compound oral powder sachets',
      dose: '1 sachet twice a day',
      reason: 'Constipation',
      from: -years(1.9),
      by: hughes,
    },
    {
      key: 'amlodipine',
      name: 'Amlodipine 5mg tablets',
      dose: '1 tablet in the morning',
      reason: 'High blood pressure',
      from: -years(4),
      by: hughes,
    },
    {
      key: 'nicotine-patch',
      name: 'Nicotine 21mg/24hours transdermal patches',
      dose: '1 patch each morning',
      reason: 'Stopping smoking',
      from: -weeks(14),
      by: whitlock,
    },
    {
      ...course,
      key: 'prednisolone',
      name: 'Prednisolone 5mg tablets',
      dose: '6 tablets (30 mg) each morning for 5 days',
      from: -months(13),
      until: -months(13) + 5,
    },
    {
      ...course,
      key: 'doxycycline',
      name: 'Doxycycline 100mg capsules',
      dose: '2 on the first day, then 1 a day for 4 days',
      from: -months(13),
      until: -months(13) + 5,
    },
  ]),
  each(medicineTaken, [
    {
      key: 'clozapine',
      label: 'MENTAL_HEALTH',
      name: 'Clozapine tablets',
      dose: '325 mg a day, supplied by the Fernside clinic only',
      from: -weeks(110),
      by: 'Fernside Recovery Team',
    },
  ]),
];

function bloodTests(chart: Chart): void {
  for (const [index, ago] of [3.2, 2.2, 1.2, 0.2].entries()) {
    const on = -years(ago) + 3;
    const number = index + 1;
    panel(chart, {
      key: `kidney-${number}`,
      name: 'Urea and electrolytes',
      on,
      values: { sodium: 139 - index, potassium: 4.4, creatinine: 82 + index * 2, egfr: 90 },
      requestedBy: hughes,
    });
    measurement(chart, {
      key: `hba1c-${number}`,
      test: 'hba1c',
      value: [37, 39, 43, 41][index] ?? 0,
      on,
      by: LABORATORY,
      category: 'laboratory',
      comment:
        index === 2
          ? 'A little above the usual range. Worth walking more; we check again next year.'
          : undefined,
    });
    measurement(chart, {
      key: `cholesterol-${number}`,
      test: 'cholesterol',
      value: [5.1, 5.4, 5.6, 4.9][index] ?? 0,
      on,
      by: LABORATORY,
      category: 'laboratory',
    });
  }
}

const quit = { title: 'Stop smoking session', with: whitlock, place: SURGERY, time: '11:20', minutes: 20 };

function diaryLoop(chart: Chart): void {
  for (const [index, ago] of [5.5, 5.3, 4.8].entries()) {
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

const diary: readonly Scene[] = [
  each(vaccination, [
    {
      key: 'pneumococcal',
      vaccine: 'Pneumococcal polysaccharide vaccine',
      against: 'Pneumococcal disease',
      on: -years(5.9),
      by: whitlock,
    },
  ]),
  each(encounter, [
    {
      key: 'visit-flare',
      kind: 'AMB',
      title: 'Cough and breathlessness',
      on: -months(13),
      minutes: 15,
      reason: 'COPD flare-up',
      by: hughes,
      place: SURGERY,
    },
    {
      key: 'visit-constipation',
      kind: 'AMB',
      title: 'Constipation',
      on: -years(1.9),
      minutes: 15,
      by: hughes,
      place: SURGERY,
    },
  ]),
  each(appointment, [
    { ...quit, key: 'appointment-quit-1', on: -weeks(8) },
    { ...quit, key: 'appointment-quit-2', on: -weeks(5), status: 'noshow' },
    { ...quit, key: 'appointment-quit-3', on: -weeks(2) },
    {
      ...quit,
      key: 'appointment-quit-4',
      on: 10,
      advice: 'Please come with your patches and a note of the hardest times of day.',
    },
    {
      key: 'appointment-chest',
      title: 'Yearly COPD review',
      with: whitlock,
      place: SURGERY,
      on: months(9),
      time: '10:30',
      advice: 'Please bring all your inhalers.',
    },
  ]),
  diaryLoop,
];

/** Gareth at his GP's: chest, smoking and the yearly checks. */
export const garethAtSurgery: Episode = {
  organisation: ORGANISATIONS.surgery,
  patient: PATIENTS.gareth,
  team: 'HLP',
  scenes: [problems, medicines, chestReviews, fluVaccinations, smoking, bloodTests, diary],
};
