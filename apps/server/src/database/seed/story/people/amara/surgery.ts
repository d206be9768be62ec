import { ORGANISATIONS, PATIENTS, PROFESSIONALS } from '../../cast.ts';
import { goal } from '../../fhir/care-plan.ts';
import type { Chart } from '../../fhir/chart.ts';
import { allergy, condition } from '../../fhir/condition.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter, procedure } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { months, weeks, years } from '../../fhir/story-calendar.ts';
import { amaraBloodTests, amaraMeasurements } from './bloods.ts';
import { sexualHealth } from './sexual-health.ts';
import { medicines, vaccinations } from './surgery-medicines.ts';

const { hughes, whitlock } = PROFESSIONALS;

const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

const problem = { by: hughes };

const problems: readonly Scene[] = [
  each(allergy, [
    {
      key: 'penicillin',
      name: 'Allergy to penicillin',
      snomed: '91936005',
      kind: 'medication',
      reaction: 'Rash and swelling of the face',
      severity: 'severe',
      recorded: -years(12),
      by: hughes,
    },
    {
      key: 'nickel',
      name: 'Nickel',
      kind: 'environment',
      reaction: 'Itchy rash under earrings',
      severity: 'mild',
      recorded: -years(6),
      by: hughes,
    },
  ]),
  each(condition, [
    {
      ...problem,
      key: 'diabetes',
      name: 'Type 2 diabetes',
      snomed: '44054006',
      onset: -years(2.55),
    },
    {
      ...problem,
      key: 'thyroid',
      name: 'Underactive thyroid',
      snomed: '40930008',
      onset: -years(1.85),
    },
    { ...problem, key: 'eczema', name: 'Eczema', snomed: '43116000', onset: -years(21) },
    {
      ...problem,
      key: 'urine-infection',
      name: 'Urinary tract infection',
      snomed: '68566005',
      onset: -months(15),
      ended: -months(15) + 10,
    },
  ]),
];

const visit = { kind: 'AMB', minutes: 15, by: hughes, place: SURGERY } as const;

function healthChecks(chart: Chart): void {
  for (const [index, ago] of [5.3, 4.3, 3.3, 2.3, 1.3, 0.3].entries()) {
    encounter(chart, {
      key: `health-check-${index + 1}`,
      kind: 'AMB',
      title: 'Yearly physical health check',
      on: -years(ago),
      minutes: 40,
      by: whitlock,
      place: SURGERY,
    });
  }
}

const visits: readonly Scene[] = [
  each(encounter, [
    {
      ...visit,
      key: 'visit-registered',
      title: 'New patient check',
      on: -years(7),
      by: whitlock,
    },
    { ...visit, key: 'visit-tired', title: 'Tired and thirsty', on: -years(2.57) },
    {
      ...visit,
      key: 'visit-diabetes',
      title: 'Talking about type 2 diabetes',
      on: -years(2.53),
    },
    {
      ...visit,
      key: 'visit-stomach',
      title: 'Stomach upset with metformin',
      on: -years(2.1),
    },
    { ...visit, key: 'visit-thyroid', title: 'Thyroid result', on: -years(1.84) },
    { ...visit, key: 'visit-urine', title: 'Pain on passing urine', on: -years(1.25) },
    {
      ...visit,
      key: 'visit-skin',
      title: 'Dry skin on the hands',
      on: -years(0.8),
      by: whitlock,
    },
  ]),
  healthChecks,
];

const blood = { title: 'Blood test', with: whitlock, place: SURGERY, time: '08:50', minutes: 10 };

const diary: readonly Scene[] = [
  each(appointment, [
    { ...blood, key: 'appointment-blood-1', on: -months(9) },
    { ...blood, key: 'appointment-blood-2', on: -months(6) },
    { ...blood, key: 'appointment-blood-3', on: -weeks(3) },
    {
      ...blood,
      key: 'appointment-blood-4',
      on: weeks(4),
      advice: 'Please drink a glass of water before you come.',
    },
    {
      title: 'Yearly health check',
      with: whitlock,
      place: SURGERY,
      time: '09:40',
      key: 'appointment-check',
      on: months(3),
      advice: 'Please bring a urine sample. Allow 40 minutes.',
      minutes: 40,
    },
    {
      title: 'Telephone call with Dr Hughes',
      with: hughes,
      place: 'By telephone',
      time: '12:10',
      key: 'appointment-call',
      on: -months(4),
      minutes: 10,
    },
  ]),
  each(procedure, [
    {
      key: 'cervical-screening',
      name: 'Cervical screening',
      snomed: '171149006',
      on: -years(1.9),
      by: whitlock,
      outcome: 'Normal. Next in three years.',
    },
  ]),
  each(goal, [
    {
      key: 'goal-hba1c',
      aim: 'Bring my long-term sugar (HbA1c) to 48 or less',
      from: -years(2.4),
      due: months(6),
      progress: 'improving',
      target: { test: 'hba1c', atMost: 48 },
      by: hughes,
    },
  ]),
  each(letter, [
    {
      key: 'letter-diabetes',
      title: 'Referral to the Northgate Diabetes Clinic',
      kind: 'Clinic letter',
      on: -years(2.45),
      by: hughes,
      paragraphs: [
        'Dear colleague,',
        'Thank you for seeing Ms Nwosu, who has newly found type 2 diabetes with an HbA1c of 62 mmol/mol. Her kidney function is normal. She will bring the list of her medicines.',
        'She is keen to manage with food, walking and metformin, and would like the group course. Penicillin allergy: rash and swelling of the face.',
      ],
    },
  ]),
];

/** Amara at her GP's: the shared-care blood tests, diabetes, thyroid, and the ordinary things. */
export const amaraAtSurgery: Episode = {
  organisation: ORGANISATIONS.surgery,
  patient: PATIENTS.amara,
  team: 'HLP',
  scenes: [
    problems,
    medicines,
    vaccinations,
    visits,
    sexualHealth,
    diary,
    amaraBloodTests,
    amaraMeasurements,
  ],
};
