import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { allergy, condition } from '../../fhir/condition.ts';
import { appointment, encounter } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';
import { vaccination } from '../../fhir/vaccination.ts';
import { bloodTests, weighing } from './measurements.ts';
import { medicines } from './surgery-medicines.ts';

const { hughes, whitlock } = PROFESSIONALS;
const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

const problems: readonly Scene[] = [
  each(condition, [
    { key: 'heart-failure', name: 'Heart failure', snomed: '84114007', onset: -years(4.6), by: hughes },
    { key: 'fibrillation', name: 'Atrial fibrillation', snomed: '49436004', onset: -years(5.2), by: hughes },
    { key: 'pressure', name: 'High blood pressure', snomed: '38341003', onset: -years(14), by: hughes },
    {
      key: 'kidneys',
      name: 'Chronic kidney disease stage 3',
      snomed: '433144002',
      onset: -years(2.4),
      by: hughes,
    },
    { key: 'knee', name: 'Osteoarthritis of the knee', snomed: '239873007', onset: -years(8), by: hughes },
    {
      key: 'cataract',
      name: 'Cataract',
      snomed: '193570009',
      onset: -years(3),
      ended: -years(1.7),
      by: hughes,
    },
    {
      key: 'depression',
      label: 'MENTAL_HEALTH',
      name: 'Depression',
      snomed: '35489007',
      onset: -years(2.1),
      by: hughes,
    },
  ]),
  each(allergy, [
    {
      key: 'ramipril-cough',
      name: 'Ramipril',
      kind: 'medication',
      reaction: 'Dry cough',
      severity: 'mild',
      recorded: -years(4.4),
      by: hughes,
      intolerance: true,
    },
    {
      key: 'latex',
      name: 'Allergy to latex',
      snomed: '300916003',
      kind: 'environment',
      reaction: 'Itching and rash on the hands',
      severity: 'moderate',
      recorded: -years(18),
      by: whitlock,
    },
  ]),
];

const visit = { kind: 'AMB', minutes: 15, by: hughes, place: SURGERY } as const;
const visits = each(encounter, [
  { ...visit, key: 'visit-palpitations', title: 'Heart missing beats', on: -years(5.2) },
  { ...visit, key: 'visit-breathless', title: 'Breathless on the stairs', on: -years(4.6) },
  { ...visit, key: 'visit-cough', title: 'Dry cough with ramipril', on: -years(4.4) },
  { ...visit, key: 'visit-knee', title: 'Knee pain', on: -years(3.6) },
  {
    ...visit,
    key: 'visit-mood',
    label: 'MENTAL_HEALTH',
    title: 'Low mood after losing Meena',
    on: -years(2.1),
  },
  { ...visit, key: 'visit-mood-2', label: 'MENTAL_HEALTH', title: 'Low mood, review', on: -years(1.9) },
  { ...visit, key: 'visit-legs', title: 'Swollen legs', on: -months(13) },
  {
    ...visit,
    key: 'visit-home',
    kind: 'HH',
    title: 'Home visit after hospital',
    on: -months(7),
    minutes: 30,
  },
  { ...visit, key: 'visit-call', kind: 'VR', title: 'Telephone call about tablets', on: -weeks(6) },
]);

function vaccinations(chart: Chart): void {
  for (const [index, ago] of [5.1, 4.1, 3.1, 2.1, 1.1, 0.1].entries()) {
    const given = { on: -years(ago), by: whitlock };
    vaccination(chart, {
      ...given,
      key: `flu-${index + 1}`,
      vaccine: 'Influenza vaccine (adjuvanted)',
      against: 'Influenza',
    });
    vaccination(chart, {
      ...given,
      key: `covid-${index + 1}`,
      vaccine: 'COVID-19 mRNA vaccine',
      against: 'COVID-19',
      dose: index + 1,
    });
  }
  const pneumococcal = 'Pneumococcal polysaccharide vaccine';
  vaccination(chart, {
    key: 'pneumococcal',
    vaccine: pneumococcal,
    against: 'Pneumococcal disease',
    on: -years(7.2),
    by: whitlock,
  });
  vaccination(chart, {
    key: 'shingles',
    vaccine: 'Shingles vaccine (recombinant)',
    against: 'Shingles',
    on: -years(1.6),
    by: whitlock,
  });
}

const nurse = { with: whitlock, place: SURGERY, time: '09:20', minutes: 20 };
const diary: readonly Scene[] = [
  each(appointment, [
    { ...nurse, key: 'appointment-1', title: 'Blood test and weighing', on: -months(4) },
    { ...nurse, key: 'appointment-2', title: 'Blood test and weighing', on: -months(2) },
    { ...nurse, key: 'appointment-3', title: 'Blood test and weighing', on: -weeks(3) },
    {
      ...nurse,
      key: 'appointment-4',
      title: 'Blood test and weighing',
      on: weeks(3),
      advice: 'Please bring your weight diary. There is a chair by the door.',
    },
    {
      key: 'appointment-review',
      title: 'Yearly review with Dr Hughes',
      with: hughes,
      place: SURGERY,
      on: months(2),
      time: '11:10',
      minutes: 30,
      advice: 'Please bring all your tablets in a bag. We will go through them together.',
    },
  ]),
  each(goal, [
    {
      key: 'goal-walk',
      aim: 'Walk to the allotment and back without stopping',
      from: -months(6),
      due: months(3),
      progress: 'improving',
      note: 'One stop at the bench instead of three.',
      by: whitlock,
    },
    {
      key: 'goal-weight',
      aim: 'Keep my weight under 79 kg and ring if it jumps',
      from: -months(6),
      due: months(6),
      progress: 'in-progress',
      target: { test: 'weight', atMost: 79 },
      by: whitlock,
    },
  ]),
];

/** Sunil at his GP's: a tired heart, its tablets, and the blood tests they need. */
export const sunilAtSurgery: Episode = {
  organisation: ORGANISATIONS.surgery,
  patient: PATIENTS.sunil,
  team: 'HLP',
  scenes: [problems, medicines, visits, vaccinations, diary, bloodTests, weighing],
};
