import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { carePlan, goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter, procedure } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';

const { shah } = PROFESSIONALS;

const CLINIC = 'Northgate Hospital, Diabetes Clinic, level 2';

const emergencies: readonly Scene[] = [
  each(encounter, [
    {
      key: 'emergency-wrist',
      kind: 'EMER',
      title: 'Emergency attendance',
      on: -years(4.7),
      time: '19:40',
      minutes: 170,
      reason: 'Sprained wrist after a fall',
      by: 'Emergency department, Northgate Hospital',
    },
    {
      key: 'emergency-crisis',
      kind: 'EMER',
      title: 'Emergency attendance',
      on: -years(2.8) - 1,
      time: '02:20',
      minutes: 340,
      reason: 'No sleep for three nights; seen by the liaison team',
      label: 'MENTAL_HEALTH',
      by: 'Emergency department, Northgate Hospital',
    },
  ]),
];

const visit = { kind: 'AMB', title: 'Diabetes clinic', minutes: 30, by: shah, place: CLINIC } as const;

function clinicVisits(chart: Chart): void {
  for (const [index, ago] of [28, 24, 18, 12, 6].entries()) {
    encounter(chart, { ...visit, key: `clinic-${index + 1}`, on: -months(ago) });
  }
  for (const [index, ago] of [26, 14, 2].entries()) {
    procedure(chart, {
      key: `eyes-${index + 1}`,
      name: 'Diabetic eye screening',
      snomed: '134395001',
      on: -months(ago),
      by: 'Heldford Eye Screening Service',
      outcome: 'No sign of damage. Next in one year.',
    });
  }
}

const diabetesClinic: readonly Scene[] = [
  each(procedure, [
    {
      key: 'course',
      name: 'Type 2 diabetes group course',
      on: -months(25),
      by: shah,
      outcome: 'Six sessions, all attended.',
    },
    {
      key: 'feet',
      name: 'Diabetic foot check',
      snomed: '401191002',
      on: -months(6),
      by: shah,
      outcome: 'Low risk. Feeling and pulses normal.',
    },
  ]),
  clinicVisits,
];

const clinic = { title: 'Diabetes clinic', with: shah, place: CLINIC, time: '10:20', minutes: 30 };

const diabetesDiary: readonly Scene[] = [
  each(appointment, [
    { ...clinic, key: 'appointment-1', on: -months(18) },
    { ...clinic, key: 'appointment-2', on: -months(12) },
    { ...clinic, key: 'appointment-3', on: -months(6) },
    {
      ...clinic,
      key: 'appointment-4',
      on: weeks(3),
      advice: 'Please bring your meter and a list of your medicines. Level 2, follow the blue line.',
    },
    {
      key: 'appointment-eyes',
      title: 'Diabetic eye screening',
      with: 'Heldford Eye Screening Service',
      place: 'Northgate Hospital, level 1',
      on: months(10),
      time: '15:30',
      minutes: 40,
      advice: 'The drops blur your sight for a few hours. Please do not drive. Bring sunglasses.',
    },
  ]),
  each(goal, [
    {
      key: 'goal-weight',
      aim: 'Come down to 75 kg, without hurry',
      from: -months(24),
      due: months(6),
      progress: 'improving',
      target: { test: 'weight', atMost: 75 },
      note: 'Harbour walk most mornings. The choir walks home together now.',
      by: shah,
    },
  ]),
  each(carePlan, [
    {
      key: 'diabetes-plan',
      title: 'My diabetes year',
      kind: 'Care plan',
      summary: 'What is checked, when, and what I do in between.',
      from: -months(6),
      review: months(6),
      by: shah,
      goals: ['goal-weight'],
      sections: [
        [
          'Each day',
          'Metformin with the evening meal. Thirty minutes of walking, in pieces if that is easier.',
        ],
        [
          'Every three months',
          'HbA1c at the surgery, the same morning as my other blood tests: one needle, not two.',
        ],
        ['Each year', 'Eyes, feet, kidneys, blood pressure, cholesterol, flu vaccination.'],
        ['When I am ill', 'If I vomit or cannot drink, I stop metformin and ring the clinic the same day.'],
      ],
    },
  ]),
  each(letter, [
    {
      key: 'letter-clinic',
      title: 'Your visit to the diabetes clinic',
      kind: 'Clinic letter',
      on: -months(6) + 2,
      by: shah,
      paragraphs: [
        'Dear Amara,',
        'Your HbA1c is 52 mmol/mol, down from 62 when we first met. That is your work: the walking, the evening meal, and not giving up when metformin upset your stomach.',
        'Feet, kidneys and blood pressure are all well. We agreed to leave the medicines as they are and to meet again in six months.',
      ],
    },
  ]),
];

/** Amara at Northgate: two nights in the emergency department and the diabetes clinic. */
export const amaraAtHospital: Episode = {
  organisation: ORGANISATIONS.hospital,
  patient: PATIENTS.amara,
  team: 'NDC',
  scenes: [emergencies, diabetesClinic, diabetesDiary],
};
