import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import type { Chart } from '../../fhir/chart.ts';
import { condition } from '../../fhir/condition.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { prescription } from '../../fhir/medicine.ts';
import { finding, measurement } from '../../fhir/observation.ts';
import { LABORATORY } from '../../fhir/panel.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';
import { vaccination } from '../../fhir/vaccination.ts';
import { lungsAndSkin } from './lungs-and-skin.ts';

const { hughes, whitlock } = PROFESSIONALS;

const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

function worryOverTime(chart: Chart): void {
  for (const [index, score] of [16, 17, 13, 11, 8].entries()) {
    measurement(chart, {
      label: 'MENTAL_HEALTH',
      key: `gad7-${index + 1}`,
      test: 'gad7',
      value: score,
      on: -months(14 - index * 3),
      by: hughes,
      category: 'survey',
    });
  }
  for (const [index, title] of [
    'Worry and poor sleep',
    'Starting sertraline',
    'Anxiety review',
    'Anxiety review',
  ].entries()) {
    encounter(chart, {
      label: 'MENTAL_HEALTH',
      key: `visit-worry-${index + 1}`,
      kind: index === 2 ? 'VR' : 'AMB',
      title,
      on: -months([14, 12, 8, 2][index] ?? 1),
      minutes: 20,
      by: hughes,
      place: SURGERY,
    });
  }
}

const worry: readonly Scene[] = [
  each(condition, [
    {
      label: 'MENTAL_HEALTH',
      key: 'anxiety',
      name: 'Generalised anxiety disorder',
      snomed: '21897009',
      onset: -months(14),
      by: hughes,
    },
  ]),
  each(prescription, [
    {
      label: 'MENTAL_HEALTH',
      key: 'sertraline',
      name: 'Sertraline 50mg tablets',
      dose: '1 tablet in the morning',
      reason: 'Anxiety',
      from: -months(12),
      by: hughes,
    },
  ]),
  worryOverTime,
];

const sexualHealth: readonly Scene[] = [
  each(prescription, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'desogestrel',
      name: 'Desogestrel 75microgram tablets',
      dose: '1 tablet each day, without a break',
      reason: 'Contraception',
      from: -months(9),
      by: whitlock,
    },
  ]),
  each(finding, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'chlamydia',
      name: 'Chlamydia',
      loinc: '21613-5',
      finding: 'Not detected',
      snomed: '260415000',
      on: -months(5),
      by: LABORATORY,
    },
  ]),
  each(encounter, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'visit-contraception',
      kind: 'AMB',
      title: 'Contraception advice',
      on: -months(9),
      minutes: 20,
      by: whitlock,
      place: SURGERY,
    },
  ]),
];

const review = {
  title: 'Review with Dr Hughes',
  with: hughes,
  place: SURGERY,
  time: '16:40',
  minutes: 15,
  label: 'MENTAL_HEALTH',
} as const;

function yearlyVisits(chart: Chart): void {
  for (const [index, ago] of [2, 1, 0.1].entries()) {
    vaccination(chart, {
      key: `flu-${index + 1}`,
      vaccine: 'Influenza vaccine (inactivated)',
      against: 'Influenza',
      on: -years(ago),
      by: whitlock,
    });
  }
  for (const [index, ago] of [2.1, 1.1, 0.1].entries()) {
    encounter(chart, {
      key: `asthma-review-${index + 1}`,
      kind: 'AMB',
      title: 'Yearly asthma review',
      on: -years(ago),
      minutes: 20,
      by: whitlock,
      place: SURGERY,
    });
  }
}

const surgeryDiary: readonly Scene[] = [
  each(vaccination, [
    {
      key: 'mmr',
      vaccine: 'Measles, mumps and rubella vaccine',
      against: 'Measles',
      dose: 2,
      on: -years(16),
      by: whitlock,
    },
    {
      key: 'hpv',
      vaccine: 'Human papillomavirus vaccine',
      against: 'Human papillomavirus',
      dose: 2,
      on: -years(6),
      by: whitlock,
    },
    {
      key: 'meningitis',
      vaccine: 'Meningococcal ACWY vaccine',
      against: 'Meningococcal disease',
      on: -years(4.8),
      by: whitlock,
    },
    {
      key: 'tetanus',
      vaccine: 'Tetanus, diphtheria and polio vaccine',
      against: 'Tetanus',
      dose: 5,
      on: -years(4.8),
      by: whitlock,
    },
  ]),
  each(appointment, [
    { ...review, key: 'appointment-1', on: -months(2) },
    { ...review, key: 'appointment-2', on: weeks(3) },
    {
      key: 'appointment-asthma',
      title: 'Yearly asthma review',
      with: whitlock,
      place: SURGERY,
      on: months(11),
      time: '15:20',
      minutes: 20,
      advice: 'Please bring your inhalers and your spacer.',
    },
  ]),
  yearlyVisits,
];

/** Mei-Ling at her GP's: asthma, and a year of worry that is easing. */
export const meilingAtSurgery: Episode = {
  organisation: ORGANISATIONS.surgery,
  patient: PATIENTS.meiling,
  team: 'HLP',
  scenes: [lungsAndSkin, worry, sexualHealth, surgeryDiary],
};
